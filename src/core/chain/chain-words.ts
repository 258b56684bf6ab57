import { counted } from "../render/counted.ts";
import type { Chain } from "./chain.ts";
import { agentsOf, type Stage, stagesOf } from "./stages.ts";

const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * What a chain holds, in a sentence.
 *
 * @example "the chain Recipe, 3 agents: recipe_writer and cooking_expert at once, then editor"
 */
export function chainWords(chain: Chain): string {
  const agents = counted(chain.agents.length, "agent", "agents");
  return `the chain ${chain.name}, ${agents}: ${stagesOf(chain).map(stageWords).join(", then ")}`;
}

function stageWords(stage: Stage): string {
  const names = agentsOf(stage).map(({ name }) => name);
  switch (stage.kind) {
    case "one":
      return names.join();
    case "group":
      return `${LIST.format(names)}${names.length > 1 ? " at once" : ""}`;
    case "choice":
      return `${names.join(" or else ")}${endsOpen(stage) ? " or nobody" : ""}`;
  }
}

/** Whether there is a case in which nobody of a choice is asked. */
function endsOpen(stage: Stage): boolean {
  return stage.kind === "choice" && (stage.otherwise === null || endsOpen(stage.otherwise));
}
