import { type Researcher, type Reviewer, researchers, reviewers } from "#core/role.ts";
import { roundsOf } from "./rounds.ts";
import type { AnalysisStateValue } from "./state.ts";

/** After the reports: a debate on them, unless there is nothing to debate or none is wanted. */
export function afterMerge({
  request,
  findings,
}: AnalysisStateValue): "portfolio_manager" | Researcher[] {
  const reported = findings.some(({ report }) => report !== null);
  return request.depth === "quick" || !reported ? "portfolio_manager" : [...researchers];
}

/** After an argument: the next round, or what follows the last one. */
export function afterArgument(role: Researcher) {
  return ({
    request,
    debate,
    silences,
  }: AnalysisStateValue): Researcher | "trader" | "portfolio_manager" => {
    if (roundsOf(role, debate, silences) < request.debateRounds) return role;
    return request.depth === "deep" ? "trader" : "portfolio_manager";
  };
}

/** After the plan: its reviewers; without one there is nothing to review. */
export function afterPlan({ plan }: AnalysisStateValue): "portfolio_manager" | Reviewer[] {
  return plan === null ? "portfolio_manager" : [...reviewers];
}

/** After a review: the next round, or the decision. */
export function afterReview(role: Reviewer) {
  return ({ request, reviews, silences }: AnalysisStateValue): Reviewer | "portfolio_manager" =>
    roundsOf(role, reviews, silences) < request.riskRounds ? role : "portfolio_manager";
}
