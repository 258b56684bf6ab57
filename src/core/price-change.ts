import type { Candle } from "./candle.ts";
import { addDays, type Day } from "./day.ts";

/** In calendar days, so that a market that never closes has the same month as one that does. */
const spans = {
  "1d": { words: "1 day", days: 1 },
  "1w": { words: "1 week", days: 7 },
  "1m": { words: "1 month", days: 30 },
  "3m": { words: "3 months", days: 91 },
  "6m": { words: "6 months", days: 182 },
  "1y": { words: "1 year", days: 365 },
} as const;

export type PriceSpan = keyof typeof spans;

export const spanNames: readonly PriceSpan[] = ["1d", "1w", "1m", "3m", "6m", "1y"];

/** A span in words: "3 months". */
export function spanWords(span: PriceSpan): string {
  return spans[span].words;
}

/** Longer than exchanges close for any holidays: a bar further off does not stand for a day. */
export const LONGEST_PAUSE_DAYS = 14;

/**
 * The last bar and the one that a span up to it begins with: the last on or before that day. Null
 * where the bars do not reach that far back, or have a gap there.
 */
export function endsOf(
  candles: readonly Candle[],
  span: PriceSpan,
): { readonly from: Candle; readonly to: Candle } | null {
  const to = candles.at(-1);
  if (to === undefined) return null;
  const day = startOf(to, span);
  const from = candles.findLast(({ date }) => date <= day);
  if (from === undefined || from.date < addDays(day, -LONGEST_PAUSE_DAYS)) return null;
  return { from, to };
}

/** Why {@link endsOf} found none. */
export function whyNoEnds(candles: readonly Candle[], span: PriceSpan): string {
  const [first, last] = [candles[0], candles.at(-1)];
  if (first === undefined || last === undefined) return "no daily bars";
  const day = startOf(last, span);
  return first.date > day
    ? `needs bars of ${spanWords(span)}, the first is of ${first.date}`
    : `needs a bar of about ${day}, which is in a gap of the bars`;
}

function startOf(last: Candle, span: PriceSpan): Day {
  return addDays(last.date, -spans[span].days);
}

/** The change of the adjusted close over a span in percent, or why it is not known. */
export function priceChange(
  candles: readonly Candle[],
  span: PriceSpan,
): { readonly value: number | null; readonly unit: "percent"; readonly note: string } {
  const ends = endsOf(candles, span);
  if (ends === null) return { value: null, unit: "percent", note: whyNoEnds(candles, span) };
  const { from, to } = ends;
  return {
    value: percentAbove(to.adjustedClose, from.adjustedClose),
    unit: "percent",
    note: `of adjusted closes, from ${from.date}`,
  };
}

/** How far a value is above a base, in percent of the base; negative below it. */
export function percentAbove(value: number, base: number): number {
  return (value / base - 1) * 100;
}
