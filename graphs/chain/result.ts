import { auditFigures } from "#core/audit/audit-figures.ts";
import type { ChainResult } from "#core/chain/chain-result.ts";
import { outputOf } from "#core/chain/output.ts";
import { chainPassages } from "#core/chain/passages.ts";
import { chainTimelineOf } from "#core/chain/timeline.ts";
import { distinctFacts } from "#core/fact.ts";
import { addRequests, noRequests } from "#core/tool-result.ts";
import { addUsage, noUsage } from "#core/usage.ts";
import type { ChainStateValue } from "./state.ts";

/** What a finished chain's state says, as its result. */
export function resultOf(
  { input, outcomes: told, facts: brought, spans, data }: ChainStateValue,
  run: Pick<ChainResult, "runId" | "chain" | "asOf" | "model" | "attempts" | "keptFrom">,
): ChainResult {
  const { runId, chain, asOf, model, attempts, keptFrom } = run;
  const outcomes = chain.agents.flatMap(
    ({ name }) => told.find(({ agent }) => agent === name) ?? [],
  );
  const facts = distinctFacts(brought);
  // Where there are none, figures are no claims about any: a recipe's grams are nobody's data.
  const audited = facts.length === 0 ? [] : chainPassages(outcomes);
  const calls = outcomes.flatMap(({ toolCalls }) => toolCalls);
  return {
    runId,
    chain,
    input,
    asOf,
    data,
    model,
    attempts,
    keptFrom,
    outcomes,
    output: outputOf(chain, outcomes),
    audit: auditFigures(audited, facts),
    facts,
    timeline: chainTimelineOf(chain, spans),
    requests: calls.reduce((sum, call) => addRequests(sum, call.requests), noRequests),
    usage: outcomes.reduce((sum, { usage }) => addUsage(sum, usage), noUsage),
  };
}
