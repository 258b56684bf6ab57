import type { Fact } from "../fact.ts";
import { factsBehind } from "../findings.ts";
import type { Provenance } from "../result.ts";
import type { AgentOutcome } from "./agent-outcome.ts";
import type { ChainResult } from "./chain-result.ts";
import { agentsOf, stagesOf } from "./stages.ts";

/** What an agent came to in an earlier run, and what it was made from. */
export interface KeptOutcome {
  readonly outcome: AgentOutcome;
  readonly facts: readonly Fact[];
  /** Where its tools had their figures; null where it asked for none. */
  readonly data: Provenance | null;
}

/**
 * The outputs of a run that no gap can have influenced, so that a later run need not make them again: those
 * of every stage up to the first in which somebody has failed, that one's own included.
 */
export function keptOutcomesOf({
  chain,
  outcomes,
  facts,
  data,
}: Pick<ChainResult, "chain" | "outcomes" | "facts" | "data">): KeptOutcome[] {
  const stages = stagesOf(chain).map((stage) => {
    const names = agentsOf(stage).map(({ name }) => name);
    return outcomes.filter(({ agent }) => names.includes(agent));
  });
  const broken = stages.findIndex((stage) => stage.some(({ state }) => state === "failed"));
  const whole = broken === -1 ? stages : stages.slice(0, broken + 1);
  return whole
    .flat()
    .filter(({ state }) => state === "done")
    .map((outcome) => ({
      outcome,
      facts: factsBehind(outcome, facts),
      data: outcome.toolCalls.length === 0 ? null : data,
    }));
}
