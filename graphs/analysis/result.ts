import type { Fact } from "#core/fact.ts";
import type { AnalysisResult } from "#core/result.ts";
import { timelineOf } from "#core/timeline.ts";
import { addRequests } from "#core/tool-result.ts";
import { addUsage } from "#core/usage.ts";
import type { AnalysisStateValue } from "./state.ts";

/** What a finished run's state says, as its result. */
export function resultOf(
  state: AnalysisStateValue,
  run: { readonly runId: string; readonly model: string },
): AnalysisResult {
  const reports = state.findings.flatMap(({ report }) => report ?? []);
  const gaps = state.findings.flatMap(({ gap }) => gap ?? []);
  const calls = [...reports, ...gaps].flatMap(({ toolCalls }) => toolCalls);
  return {
    runId: run.runId,
    symbol: state.request.symbol,
    asOf: state.request.asOf,
    data: state.data,
    model: run.model,
    reports,
    gaps: state.decisionGap === null ? gaps : [...gaps, state.decisionGap],
    decision: state.decision,
    timeline: timelineOf(state.spans),
    requests: calls.reduce((sum, call) => addRequests(sum, call.requests), state.requests),
    usage: [...reports, ...gaps].map(({ usage }) => usage).reduce(addUsage, state.decisionUsage),
    facts: distinct(state.findings.flatMap(({ facts }) => facts)),
  };
}

/** Two analysts who asked the same were told the same: each fact once. */
function distinct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}
