import type { PlannedGroup } from "../planned-group.ts";
import type { Chain } from "./chain.ts";
import { agentsOf, stagesOf } from "./stages.ts";

/**
 * Who comes to work together: a parallel group under its name; everyone else alone, under their own, each
 * of a choice too, since one of them will work and the others be skipped.
 */
export function groupsOf(chain: Pick<Chain, "agents">): PlannedGroup[] {
  return stagesOf(chain).flatMap((stage): PlannedGroup[] =>
    stage.kind === "group"
      ? [{ name: stage.name, nodes: stage.agents.map(({ name }) => name), how: "parallel" }]
      : agentsOf(stage).map(({ name }) => ({ name, nodes: [name], how: "sequential" })),
  );
}
