import { z } from "zod";
import { adjusted, type PriceHistory } from "../candle.ts";
import { type Day, daySchema } from "../day.ts";

const column = z.array(z.number());

/**
 * Daily bars of one symbol in columns of one length, oldest first, one a day. Prices are of one scale:
 * neither a split nor a dividend looks like a move. Plain data: it goes to workers and into results.
 */
export const barsSchema = z.object({
  symbol: z.string(),
  dates: z.array(daySchema),
  open: column,
  high: column,
  low: column,
  close: column,
  /** Units traded, after splits. */
  volume: column,
});

export type Bars = Readonly<z.infer<typeof barsSchema>>;

/** A history's bars, scaled so that splits and dividends are no moves. */
export function barsOf({ symbol, candles }: Pick<PriceHistory, "symbol" | "candles">): Bars {
  const scaled = adjusted(candles);
  return {
    symbol,
    dates: scaled.map(({ date }) => date),
    open: scaled.map(({ open }) => open),
    high: scaled.map(({ high }) => high),
    low: scaled.map(({ low }) => low),
    close: scaled.map(({ close }) => close),
    volume: scaled.map(({ volume }) => volume),
  };
}

/** The bars from one place to another, the second left out. */
export function sliceBars(bars: Bars, from: number, to: number): Bars {
  const { symbol, dates, open, high, low, close, volume } = bars;
  return {
    symbol,
    dates: dates.slice(from, to),
    open: open.slice(from, to),
    high: high.slice(from, to),
    low: low.slice(from, to),
    close: close.slice(from, to),
    volume: volume.slice(from, to),
  };
}

/** When a day begins, in epoch milliseconds, UTC: how a strategy is told of a bar's date. */
export function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
