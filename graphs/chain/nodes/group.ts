import { Command, type LangGraphRunnableConfig, Send } from "@langchain/langgraph";
import type { GroupStage } from "#core/chain/stages.ts";
import { spanned, unwrap } from "../../span.ts";
import type { ChainPorts } from "../ports.ts";
import type { AgentTask, ChainUpdate } from "../state.ts";

/** Sends every agent of a parallel group its task, all in one command. */
export function createGroupNode({ name, agents }: GroupStage, { clock }: ChainPorts) {
  return async (
    { input, outcomes, data }: AgentTask,
    config: LangGraphRunnableConfig,
  ): Promise<Command<unknown, ChainUpdate>> => {
    const outcome = await spanned(
      clock,
      (event) => config.writer?.(event),
      { name, kind: "group", parent: null },
      async () => {
        const task: AgentTask = { input, outcomes, data };
        return agents.map((agent) => new Send(agent.name, task));
      },
    );
    return new Command({ update: { spans: [outcome.span] }, goto: unwrap(outcome) });
  };
}
