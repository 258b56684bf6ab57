import type { Chain, ChainAgent } from "./chain.ts";
import type { Condition } from "./condition.ts";

/** An agent that works alone, whatever came before. */
export interface OneStage {
  readonly kind: "one";
  readonly agent: ChainAgent;
}

/** Agents that work at the same time. */
export interface GroupStage {
  readonly kind: "group";
  /** Tells it from all other groups and agents. */
  readonly name: string;
  readonly agents: readonly ChainAgent[];
}

/** An agent that works where a condition holds, and who works in its place where it does not. */
export interface ChoiceStage {
  readonly kind: "choice";
  readonly agent: ChainAgent;
  readonly when: Condition;
  /** null: nobody does. */
  readonly otherwise: OneStage | ChoiceStage | null;
}

/** What a chain does at one time; it does one stage after another. */
export type Stage = OneStage | GroupStage | ChoiceStage;

/**
 * A chain's stages in their order. Parallel agents that stand beside each other under the same group's
 * name are one stage, `group_1` and so on where none is given. Whoever works in another's place is no stage
 * of its own: it stands where that other one does.
 */
export function stagesOf({ agents }: Pick<Chain, "agents">): Stage[] {
  const byName = new Map(agents.map((agent) => [agent.name, agent]));
  const standIns = new Set(agents.map((agent) => agent.else));
  const freeName = groupNames(agents);
  const stages: Stage[] = [];
  for (const agent of agents) {
    if (standIns.has(agent.name)) continue;
    const last = stages.at(-1);
    if (agent.connect !== "parallel") {
      stages.push(aloneOf(agent, byName));
    } else if (last?.kind === "group" && last.agents[0]?.group === agent.group) {
      stages.splice(-1, 1, { ...last, agents: [...last.agents, agent] });
    } else {
      stages.push({ kind: "group", name: agent.group ?? freeName(), agents: [agent] });
    }
  }
  return stages;
}

/** Everyone who may work in a stage: in a choice, each after the one whose place it takes. */
export function agentsOf(stage: Stage): readonly ChainAgent[] {
  switch (stage.kind) {
    case "one":
      return [stage.agent];
    case "group":
      return stage.agents;
    case "choice":
      return [stage.agent, ...(stage.otherwise === null ? [] : agentsOf(stage.otherwise))];
  }
}

function aloneOf(
  agent: ChainAgent,
  byName: ReadonlyMap<string, ChainAgent>,
): OneStage | ChoiceStage {
  const { when } = agent;
  if (when === null) return { kind: "one", agent };
  const standIn = agent.else === null ? undefined : byName.get(agent.else);
  const otherwise = standIn === undefined ? null : aloneOf(standIn, byName);
  return { kind: "choice", agent, when, otherwise };
}

/** Gives names to groups without one: `group_1`, `group_2`, but none that somebody has. */
function groupNames(agents: readonly ChainAgent[]): () => string {
  const taken = new Set(agents.flatMap(({ name, group }) => [name, group]));
  let count = 0;
  return () => {
    do count += 1;
    while (taken.has(`group_${count}`));
    return `group_${count}`;
  };
}
