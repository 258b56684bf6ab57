import type { Candle } from "#core/candle.ts";
import { addDays, type Day } from "#core/day.ts";

/** The bars of the year that ends with a day, by default the last bar's. */
export function lastYear(
  candles: readonly Candle[],
  until: Day | undefined = candles.at(-1)?.date,
): readonly Candle[] {
  if (until === undefined) return [];
  const day = addDays(until, -365);
  return candles.filter(({ date }) => date >= day && date <= until);
}

/** Leaves room for the holidays of an exchange that has many, and for bars left out. */
const COVERED = 0.9;

/**
 * Why the bars of a year ({@link lastYear}) are too few for a figure that is named for a year, such
 * as a 52-week high; null where they cover at least 90 % of its trading days. A young listing has no
 * such figure, rather than one of the months that there are.
 */
export function whyNoYear(year: readonly Candle[]): string | null {
  const days = tradingDaysPerYear(year);
  if (year.length >= COVERED * days) return null;
  return `needs about ${days} bars of a year, has ${year.length}`;
}

/**
 * Days of trading a year: 365 for a market that never closes, whose bars are Saturdays one in
 * seven, else 252. An exchange that opens on a Saturday now and then has 252.
 */
export function tradingDaysPerYear(candles: readonly Candle[]): number {
  const saturdays = candles.filter(({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay() === 6);
  return saturdays.length * 10 > candles.length ? 365 : 252;
}
