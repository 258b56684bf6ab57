import type { WatchStatus } from "../row.ts";

/** @example countWords({ done: 3, failed: 1, timeout: 0, skipped: 0 }, "8 tickers") // "3 of 8 tickers done, 1 failed" */
export function countWords(counts: Readonly<Record<WatchStatus, number>>, all: string): string {
  const others = { failed: counts.failed, "timed out": counts.timeout, skipped: counts.skipped };
  const rest = Object.entries(others).flatMap(([what, some]) =>
    some > 0 ? `${some} ${what}` : [],
  );
  return [`${counts.done} of ${all} done`, ...rest].join(", ");
}
