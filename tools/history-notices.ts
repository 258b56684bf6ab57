import type { PriceHistory } from "#core/candle.ts";
import { type Day, daysBetween } from "#core/day.ts";

const STALE_AFTER_DAYS = 10;

/** What a reader must know about a price history: bars left out, none at all, or old ones. */
export function historyNotices(history: PriceHistory, asOf: Day): string[] {
  const { symbol, candles, droppedBars } = history;
  const last = candles.at(-1);
  const notices: string[] = [];
  if (droppedBars > 0) {
    const what =
      droppedBars === 1
        ? "1 daily bar with a missing or impossible price"
        : `${droppedBars} daily bars with missing or impossible prices`;
    notices.push(`${symbol}: ${what} left out.`);
  }
  if (last === undefined) return [...notices, `${symbol}: no daily bars up to ${asOf}.`];
  const age = daysBetween(last.date, asOf);
  if (age > STALE_AFTER_DAYS) {
    notices.push(
      `${symbol}: stale prices; the last daily bar is of ${last.date}, ${age} days before ${asOf}.`,
    );
  }
  return notices;
}
