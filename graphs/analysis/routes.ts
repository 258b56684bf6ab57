import { END } from "@langchain/langgraph";
import { type Researcher, type Reviewer, researchers, reviewers } from "#core/role.ts";
import { roundsOf } from "./rounds.ts";
import type { AnalysisStateValue } from "./state.ts";

/**
 * After the reports: the desk's record is looked up, beside a debate where one is wanted; without one
 * report there is nothing to debate and nothing to decide.
 */
export function afterMerge({
  request,
  findings,
}: AnalysisStateValue): "portfolio_manager" | ("recall" | Researcher)[] {
  if (findings.every(({ report }) => report === null)) return "portfolio_manager";
  return request.depth === "quick" ? ["recall"] : [...researchers, "recall"];
}

/** After the record: the decision, where no debate leads to it. */
export function afterRecall({ request }: AnalysisStateValue): "portfolio_manager" | typeof END {
  return request.depth === "quick" ? "portfolio_manager" : END;
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
