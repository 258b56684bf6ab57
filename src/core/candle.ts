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

/** A split of a share: from its day on there are `ratio` for each one before; 0.1 is one for ten. */
export interface Split {
  readonly date: Day;
  readonly ratio: number;
}

/** When an exchange's day of trading ends. */
export interface Session {
  /**
   * Time zone of the exchange, which the candles' days are days of: an IANA name, or an offset from
   * UTC such as "+11:00"; null where it is not known.
   */
  readonly timeZone: string | null;
  /** Local time of the close, `HH:MM`; "24:00" where trading goes on, or may go on, all day. */
  readonly closesAt: string;
}

/** Daily bars of one symbol, oldest first, one a day. */
export interface PriceHistory extends Session {
  readonly symbol: string;
  readonly currency: string | null;
  readonly candles: readonly Candle[];
  /** The splits that prices and volumes are adjusted for, oldest first; some may be yet to come. */
  readonly splits: readonly Split[];
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
