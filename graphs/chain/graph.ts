import { type BaseCheckpointSaver, START, StateGraph, StateSchema } from "@langchain/langgraph";
import type { Chain } from "#core/chain/chain.ts";
import { agentsOf, type ChoiceStage, type Stage, stagesOf } from "#core/chain/stages.ts";
import { createAgentNode } from "./nodes/agent.ts";
import { createGateNode } from "./nodes/gate.ts";
import { createGroupNode } from "./nodes/group.ts";
import type { ChainPorts } from "./ports.ts";
import { entryOf, gateOf } from "./routes.ts";
import { ChainState, inputFields } from "./state.ts";

/**
 * START -> a stage -> a stage -> ... -> END, where a stage is
 *
 * - an agent;
 * - a group =Send=> its agents, all at once;
 * - a gate, which leads to its agent, to the one in its place (behind a gate again, or not), or on.
 *
 * @param checkpointer keeps the state after every step, so that a run that was cut off goes on
 */
export function createChainGraph(
  chain: Chain,
  ports: ChainPorts,
  checkpointer?: BaseCheckpointSaver,
) {
  const stages = stagesOf(chain);
  const graph = new StateGraph(ChainState, { input: new StateSchema(inputFields) })
    .addNode(
      chain.agents.map(
        (agent) => [agent.name, createAgentNode(agent, chain, ports)] satisfies [string, unknown],
      ),
    )
    .addEdge(START, entryOf(stages[0]));
  for (const [place, stage] of stages.entries()) {
    const next = entryOf(stages[place + 1]);
    if (stage.kind === "group") {
      const ends = stage.agents.map(({ name }) => name);
      graph.addNode(stage.name, createGroupNode(stage, ports), { ends });
    }
    for (const gate of gatesOf(stage)) {
      const { agent, otherwise } = gate;
      const ends = [agent.name, otherwise === null ? next : entryOf(otherwise)];
      graph.addNode(gateOf(agent), createGateNode(gate, next, ports), { ends });
    }
    for (const { name } of agentsOf(stage)) graph.addEdge(name, next);
  }
  return graph
    .compile({ name: "chain", ...(checkpointer && { checkpointer }) })
    .withConfig({ recursionLimit: mostSteps(chain) });
}

/** More than a run can take: a step for each agent, and one for the node before it. */
function mostSteps({ agents }: Chain): number {
  return 2 * agents.length + 10;
}

/** The gates of a stage, one behind the other. */
function gatesOf(stage: Stage): ChoiceStage[] {
  if (stage.kind !== "choice") return [];
  return [stage, ...(stage.otherwise === null ? [] : gatesOf(stage.otherwise))];
}
