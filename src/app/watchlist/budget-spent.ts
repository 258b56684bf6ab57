import type { AnalysisResult } from "#core/result.ts";

/** Why no more runs of a list are begun. */
export const BUDGET_SPENT = "the list's budget is spent (--max-usd, --max-tokens)";

/** Whether something of a result is missing for want of budget. */
export function lacksBudget({ gaps }: AnalysisResult): boolean {
  return gaps.some(({ reason }) => reason === "budget");
}
