import type { Day } from "../day.ts";
import type { KeptDecision } from "./kept-decision.ts";
import { horizonEnd, type Outcome, type Score } from "./score.ts";

/** A decision and what came of it. */
export interface ReviewedDecision {
  readonly decision: KeptDecision;
  readonly outcome: Outcome;
}

export type ScoredDecision = KeptDecision & { readonly score: Score };

/** Those that could be scored, in their order. */
export function scoredOf(reviewed: readonly ReviewedDecision[]): ScoredDecision[] {
  return reviewed.flatMap(({ decision, outcome }) =>
    outcome.kind === "scored" ? [{ ...decision, score: outcome.score }] : [],
  );
}

/** Whether a decision's horizon has passed on a day. */
export function isDue(decision: KeptDecision, asOf: Day): boolean {
  return horizonEnd(decision.asOf, decision.horizon) <= asOf;
}
