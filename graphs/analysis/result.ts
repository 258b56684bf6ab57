import type { AnalysisResult } from "#core/result.ts";
import { timelineOf } from "#core/timeline.ts";
import { addRequests } from "#core/tool-result.ts";
import { addUsage } from "#core/usage.ts";
import { factsBehind, saidBy } from "./said-by.ts";
import type { AnalysisStateValue } from "./state.ts";

/** What a finished run's state says, as its result. */
export function resultOf(
  state: AnalysisStateValue,
  run: Pick<AnalysisResult, "runId" | "model" | "attempts" | "keptFrom">,
): AnalysisResult {
  const said = saidBy(state);
  const gaps = [...state.findings.flatMap(({ gap }) => gap ?? []), ...state.silences];
  const plans = said.plan === null ? [] : [said.plan];
  const calls = [...said.reports, ...gaps].flatMap(({ toolCalls }) => toolCalls);
  const used = [...said.reports, ...gaps, ...said.debate, ...plans, ...said.reviews];
  return {
    runId: run.runId,
    request: state.request,
    data: state.data,
    model: run.model,
    attempts: run.attempts,
    keptFrom: run.keptFrom,
    ...said,
    gaps: [...gaps, ...state.decisionGaps],
    flags: state.flags,
    statedConfidence: state.statedConfidence,
    record: state.record,
    audit: state.audited,
    timeline: timelineOf(state.spans),
    requests: calls.reduce((sum, call) => addRequests(sum, call.requests), state.requests),
    decisionUsage: state.decisionUsage,
    usage: used.map(({ usage }) => usage).reduce(addUsage, state.decisionUsage),
    facts: factsBehind(state),
  };
}
