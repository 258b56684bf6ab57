import type { Day } from "./day.ts";

/** One daily bar. Prices in the history's currency, split-adjusted; volume in units traded. */
export interface Candle {
  readonly date: Day;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** The close, adjusted for splits and dividends. */
  readonly adjustedClose: number;
  readonly volume: number;
}

/** Daily bars of one symbol, oldest first, one a day. */
export interface PriceHistory {
  readonly symbol: string;
  readonly currency: string | null;
  /** IANA time zone of the exchange, which the candles' days are days of. */
  readonly timeZone: string | null;
  readonly candles: readonly Candle[];
  /** Bars that the source sent with a null or impossible field, and that were left out. */
  readonly droppedBars: number;
  readonly source: string;
}

/**
 * The same bars with open, high, low and close all scaled by adjustedClose / close, so that neither
 * a split nor a dividend looks like a move of the price.
 */
export function adjusted(candles: readonly Candle[]): Candle[] {
  return candles.map((candle) => {
    const factor = candle.adjustedClose / candle.close;
    return {
      ...candle,
      open: candle.open * factor,
      high: candle.high * factor,
      low: candle.low * factor,
      close: candle.adjustedClose,
    };
  });
}
