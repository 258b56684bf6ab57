import { barAvailableAt } from "#core/bar-time.ts";
import type { PriceHistory } from "#core/candle.ts";
import type { Day } from "#core/day.ts";
import { historyWindow } from "#core/history-window.ts";
import type { Reading } from "./fact-tool.ts";
import { historyNotices } from "./history-notices.ts";

export interface ReadHistory extends PriceHistory {
  /** The last bar's day; null where there are no bars. */
  readonly day: Day | null;
  /** From when the last bar was public, ISO 8601. */
  readonly availableAt: string | null;
  /** What a reader must know about the bars. */
  readonly notices: readonly string[];
}

/** A symbol's daily bars of the span that all tools share. */
export async function readHistory(
  symbol: string,
  { market, asOf, options }: Reading,
): Promise<ReadHistory> {
  const history = await market.history(historyWindow(symbol, asOf), options);
  const day = history.candles.at(-1)?.date ?? null;
  return {
    ...history,
    day,
    availableAt: day === null ? null : barAvailableAt(day, history),
    notices: historyNotices(history, asOf),
  };
}
