import { addDays, type Day } from "../day.ts";
import { historyWindow } from "../history-window.ts";
import type { HistoryQuery } from "../ports.ts";
import { LONGEST_PAUSE_DAYS } from "../price-change.ts";

/**
 * The prices that scoring needs: the span that every run asks for, so that a run's own is in the cache
 * already, and a longer one only where decisions are older.
 *
 * @param since the day of the earliest decision
 */
export function scoringWindow(symbol: string, since: Day, asOf: Day): HistoryQuery {
  const usual = historyWindow(symbol, asOf);
  const needed = addDays(since, -LONGEST_PAUSE_DAYS);
  return needed < usual.from ? { ...usual, from: needed } : usual;
}
