import { END } from "@langchain/langgraph";
import type { ChainAgent } from "#core/chain/chain.ts";
import type { Stage } from "#core/chain/stages.ts";

/** The node that decides whether an agent is asked. No agent's name holds a dot. */
export function gateOf({ name }: ChainAgent): string {
  return `when.${name}`;
}

/** The node that a stage begins with; the end where there is none. */
export function entryOf(stage: Stage | null | undefined): string {
  switch (stage?.kind) {
    case "one":
      return stage.agent.name;
    case "group":
      return stage.name;
    case "choice":
      return gateOf(stage.agent);
    default:
      return END;
  }
}
