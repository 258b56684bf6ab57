import { addDays, type Day } from "./day.ts";
import type { HistoryQuery } from "./ports.ts";

/** Two years: a year to report on, and the bars before it that slow indicators need to settle. */
const WINDOW_DAYS = 730;

/** The one span of price history that a run asks for, so that all who need prices share a request. */
export function historyWindow(symbol: string, asOf: Day): HistoryQuery {
  return { symbol, asOf, from: addDays(asOf, -WINDOW_DAYS) };
}
