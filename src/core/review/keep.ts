import type { AnalysisResult } from "../result.ts";
import type { KeptDecision } from "./kept-decision.ts";

/**
 * What is remembered of an analysis; null where it came to no decision.
 *
 * @param decidedAt when it was decided, ISO 8601
 */
export function keptDecisionOf(
  result: Pick<
    AnalysisResult,
    "runId" | "request" | "data" | "model" | "gaps" | "decision" | "facts"
  >,
  decidedAt: string,
): KeptDecision | null {
  const { runId, request, data, model, gaps, decision, facts } = result;
  if (decision === null) return null;
  const { action, confidence, horizon, levels } = decision;
  const sector = facts.find(({ path }) => path === "profile.sector")?.value;
  return {
    runId,
    ...request,
    decidedAt,
    source: data.source,
    model,
    missing: [...new Set(gaps.map(({ analyst }) => analyst))],
    sector: typeof sector === "string" ? sector : null,
    action,
    confidence,
    horizon,
    levels,
  };
}
