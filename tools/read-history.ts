import { historyWindow } from "#core/history-window.ts";
import type { Reading } from "./fact-tool.ts";
import { historyNotices } from "./history-notices.ts";

/** A symbol's daily bars, the day of the last, and what a reader must know about them. */
export async function readHistory(symbol: string, { market, asOf, options }: Reading) {
  const history = await market.history(historyWindow(symbol, asOf), options);
  return {
    ...history,
    day: history.candles.at(-1)?.date ?? null,
    notices: historyNotices(history, asOf),
  };
}
