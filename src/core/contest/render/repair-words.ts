import type { Entry } from "../contest.ts";

const FIRST = "Its first answer could not be run";

/** What came of telling an author what was wrong with its first answer; null where that was not needed. */
export function repairWords({
  repaired,
  failure,
}: Pick<Entry, "repaired" | "failure">): string | null {
  if (!repaired) return null;
  if (failure === null) return `${FIRST}; this one was written after it was told why.`;
  return failure.reason === "bad_strategy"
    ? `${FIRST}; its second, written after it was told why, failed too.`
    : `${FIRST}, and asking for a second one came to nothing.`;
}
