import type { Vote } from "./brief-reader.ts";
import { EARNINGS_NEAR_DAYS } from "./earnings-near.ts";
import type { Evidence } from "./evidence.ts";
import { type Action, conflicting, holding, supporting } from "./vote.ts";

export interface Horizon {
  readonly name: "1m" | "3m" | "6m";
  readonly words: string;
  readonly days: number;
  /** Why this one, as part of a sentence. */
  readonly why: string;
}

const MONTH = { name: "1m", words: "one month", days: 30 } as const;
const QUARTER = { name: "3m", words: "three months", days: 91 } as const;
const HALF_YEAR = { name: "6m", words: "six months", days: 182 } as const;

/**
 * A month where earnings are near or the views conflict; six months where the fundamentals support
 * an action that nobody speaks against; else three.
 */
export function chooseHorizon(
  votes: readonly Vote[],
  action: Action,
  { number }: Evidence,
): Horizon {
  const days = number("calendar.days_to_earnings")?.value ?? null;
  if (days !== null && days >= 0 && days <= EARNINGS_NEAR_DAYS) {
    return { ...MONTH, why: "since the coming earnings call for a new look" };
  }
  if (conflicting(votes)) {
    return { ...MONTH, why: "since the views conflict and one side will soon be wrong" };
  }
  const backers = holding(votes, supporting(action));
  const opposed = holding(votes, action === "buy" ? "bearish" : "bullish").length > 0;
  const sound = backers.some(({ analyst }) => analyst === "fundamentals");
  if (action !== "hold" && sound && !opposed) {
    return { ...HALF_YEAR, why: "since the business supports it and nobody speaks against it" };
  }
  return { ...QUARTER, why: "the usual time for such a view to prove itself" };
}
