import type { ContestResult } from "../contest.ts";

/** Which bars the ranking's figures are of, in a sentence. */
export function unseenWords({
  bars: { dates },
  split,
}: Pick<ContestResult, "bars" | "split">): string {
  const count = dates.length - dates.indexOf(split);
  return `Out of sample, from ${split} to ${dates.at(-1)}: ${count} bars that no author was shown.`;
}
