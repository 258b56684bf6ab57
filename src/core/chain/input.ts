import type { Day } from "../day.ts";
import type { Provenance } from "../result.ts";
import type { AgentOutcome } from "./agent-outcome.ts";
import { stagesBefore } from "./before.ts";
import type { Chain, ChainAgent } from "./chain.ts";
import { agentsOf, type Stage } from "./stages.ts";

/** What there is when an agent begins. */
export interface Told {
  readonly chain: Chain;
  /** The chain's. */
  readonly input: string;
  /** Of everyone who has been asked or skipped so far, in any order. */
  readonly outcomes: readonly AgentOutcome[];
  /** The last day whose knowledge tools may use. */
  readonly asOf: Day;
  /** Where tools have their figures; null where that is not known, or none is needed. */
  readonly data: Provenance | null;
}

/** A part of what an agent is given: the chain's input, or what another agent has come to. */
export type InputPart =
  | { readonly kind: "chain_input"; readonly text: string }
  | { readonly kind: "output"; readonly outcome: AgentOutcome };

/**
 * What an agent is given to work on, by its connection. `direct`: what the stage before has come to (of a
 * group everyone's part; where all of it was skipped, the stage before that; at the beginning the chain's
 * input). All others: the chain's input and what everyone before has come to.
 */
export function inputOf(agent: ChainAgent, { chain, input, outcomes }: Told): InputPart[] {
  const given: InputPart = { kind: "chain_input", text: input };
  const stages = stagesBefore(chain, agent.name);
  const partsOf = (stage: Stage) =>
    agentsOf(stage).flatMap(({ name }): InputPart[] => {
      const outcome = outcomes.find((one) => one.agent === name);
      return outcome === undefined ? [] : [{ kind: "output", outcome }];
    });
  if (agent.connect !== "direct") return [given, ...stages.flatMap(partsOf)];
  const asked = stages.map((stage) => partsOf(stage).filter(wasAsked));
  return asked.findLast((parts) => parts.length > 0) ?? [given];
}

function wasAsked(part: InputPart): boolean {
  return part.kind === "output" && part.outcome.state !== "skipped";
}
