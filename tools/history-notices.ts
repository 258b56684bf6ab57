import type { PriceHistory } from "#core/candle.ts";
import { type Day, daysBetween } from "#core/day.ts";
import { splitJumps } from "#core/split-jumps.ts";
import { oldestFreshPrice } from "#core/staleness.ts";
import { jumpsInWords } from "./jumps-in-words.ts";

/** What a reader must know about a price history: bars left out, none at all, old or broken ones. */
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
  if (age > oldestFreshPrice(symbol)) {
    notices.push(
      `${symbol}: stale prices; the last daily bar is of ${last.date}, ${age} days before ${asOf}.`,
    );
  }
  const jumps = splitJumps(history);
  if (jumps.length > 0) {
    notices.push(
      `${symbol}: the adjusted close jumps by a factor of splits (${jumpsInWords(jumps)}); what spans it may be wrong.`,
    );
  }
  return notices;
}
