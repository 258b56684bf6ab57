import type { Candle, PriceHistory } from "../candle.ts";
import { addDays, type Day } from "../day.ts";
import type { Decision } from "../decision.ts";
import { LONGEST_PAUSE_DAYS } from "../price-change.ts";

/** Of a week, {@link LONGEST_PAUSE_DAYS} would leave nothing. */
const LONGEST_PAUSE_OF_A_WEEK = 5;

interface Reach {
  readonly start: Day;
  readonly end: Day;
  readonly horizon: Decision["horizon"];
  /** The last day whose bars may be used. */
  readonly asOf: Day;
}

/**
 * The last bars on or before two days, or why they do not stand for them: the bars begin later, have
 * ended before, or have a gap there.
 */
export function endsIn(
  history: PriceHistory,
  { start, end, horizon, asOf }: Reach,
): { readonly from: Candle; readonly to: Candle } | string {
  const { symbol } = history;
  const candles = history.candles.filter(({ date }) => date <= asOf);
  const pause = horizon === "1w" ? LONGEST_PAUSE_OF_A_WEEK : LONGEST_PAUSE_DAYS;
  const [first, last] = [candles[0], candles.at(-1)];
  if (first === undefined || last === undefined) return `no bars of ${symbol}`;
  const from = candles.findLast(({ date }) => date <= start);
  const to = candles.findLast(({ date }) => date <= end);
  if (from === undefined || to === undefined) {
    return `bars of ${symbol} begin on ${first.date}, after ${start}`;
  }
  // Bars that end a few days before today may yet go on; those that ended long ago do not.
  if (last.date < end && last.date < addDays(asOf, -pause)) {
    return `bars of ${symbol} end on ${last.date}, before ${end}`;
  }
  for (const [bar, day] of [
    [from, start],
    [to, end],
  ] as const) {
    if (bar.date < addDays(day, -pause)) {
      return `bars of ${symbol} have a gap from ${bar.date} to ${day}`;
    }
  }
  return from === to ? `no bar of ${symbol} between ${start} and ${end}` : { from, to };
}
