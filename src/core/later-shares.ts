import type { EarningsResult, InsiderTransaction } from "./company.ts";
import { type Statement, shareLines } from "./statement.ts";

/**
 * Why a figure a share, or a count of shares, is null in a run as of a past day. A source that states
 * past figures on a later day may state them in the shares of that day, while prices are brought
 * back to the day of the run. It does not say which of its rows it adjusts for which splits, so that
 * none can be brought back; and to withhold them only where a split came later would tell of it.
 */
export const IN_LATER_SHARES =
  "withheld: the source states it in the shares of a later day, and splits may have changed what a share is";

/** A statement without the lines that splits change, where it is stated on a later day. */
export function withoutLaterShares(statement: Statement): Statement {
  if (!statement.statedLater) return statement;
  const lines = Object.entries(statement.lines).map(([line, value]) => {
    return [line, shareLines.has(line) ? null : value] as const;
  });
  return { ...statement, lines: Object.fromEntries(lines) };
}

/** A quarter's result without the amounts a share; how far they are apart in percent no split changes. */
export function withoutLaterAmounts(result: EarningsResult): EarningsResult {
  return { ...result, epsActual: null, epsEstimate: null };
}

/** An insider's dealing without its number of shares, and without the words that state a price of one. */
export function withoutLaterCount(transaction: InsiderTransaction): InsiderTransaction {
  return { ...transaction, shares: null, text: null };
}
