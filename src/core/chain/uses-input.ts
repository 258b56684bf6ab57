import { stagesBefore } from "./before.ts";
import type { Chain, ChainAgent } from "./chain.ts";
import { placeholdersIn } from "./placeholders.ts";

/** Whether a prompt of the chain asks for the chain's input: without one it would have a hole. */
export function usesInput(chain: Pick<Chain, "agents">): boolean {
  return chain.agents.some((agent) =>
    placeholdersIn(agent.prompt).some(
      ({ name }) => name === "chain_input" || (name === "input" && isGivenInput(agent, chain)),
    ),
  );
}

/** What a direct agent is given is the output before it, where there is one. */
function isGivenInput({ name, connect }: ChainAgent, chain: Pick<Chain, "agents">): boolean {
  return connect !== "direct" || stagesBefore(chain, name).length === 0;
}
