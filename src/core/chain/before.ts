import type { Chain, ChainAgent } from "./chain.ts";
import { agentsOf, type Stage, stagesOf } from "./stages.ts";

/** The stages that are over when an agent begins; all of them for one that stands in none. */
export function stagesBefore(chain: Pick<Chain, "agents">, name: string): Stage[] {
  const stages = stagesOf(chain);
  const own = stages.findIndex((stage) => agentsOf(stage).some((agent) => agent.name === name));
  return own === -1 ? stages : stages.slice(0, own);
}

/**
 * Whose outputs an agent may be told, in the order in which they come: everyone of the stages before its
 * own, but neither its neighbours in a group nor those whose place it takes.
 */
export function agentsBefore(chain: Pick<Chain, "agents">, name: string): ChainAgent[] {
  return stagesBefore(chain, name).flatMap(agentsOf);
}
