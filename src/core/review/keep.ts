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
    "runId" | "symbol" | "asOf" | "data" | "model" | "depth" | "decision" | "facts"
  >,
  decidedAt: string,
): KeptDecision | null {
  const { runId, symbol, asOf, data, model, depth, decision, facts } = result;
  if (decision === null) return null;
  const { action, confidence, horizon, levels } = decision;
  const sector = facts.find(({ path }) => path === "profile.sector")?.value;
  return {
    runId,
    symbol,
    asOf,
    decidedAt,
    source: data.source,
    model,
    depth,
    sector: typeof sector === "string" ? sector : null,
    action,
    confidence,
    horizon,
    levels,
  };
}
