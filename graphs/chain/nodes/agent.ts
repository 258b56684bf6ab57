import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import type { Chain, ChainAgent } from "#core/chain/chain.ts";
import { agentRequest } from "#core/chain/request.ts";
import { agentSystemPrompt } from "#core/chain/system-prompt.ts";
import { dayOf } from "#core/day.ts";
import { readClosing } from "#core/report.ts";
import { type BranchOutcome, doBranch } from "../../branch.ts";
import { writeText } from "../../write-text.ts";
import { withOwnModel } from "../own-model.ts";
import type { ChainPorts, Opened } from "../ports.ts";
import type { AgentTask, ChainUpdate } from "../state.ts";

/** How often a model may ask for tools before it has to write. */
const MOST_ROUNDS = 4;

/**
 * An agent's node: its model, which may ask for the tools that the chain gives it. What goes wrong becomes
 * a typed gap; only an interrupted run and a mistake in the settings throw.
 */
export function createAgentNode(agent: ChainAgent, chain: Chain, ports: ChainPorts) {
  const { name } = agent;
  const kept = ports.kept?.find(({ outcome }) => outcome.agent === name);
  // The first whose figures are kept tells where they come from, once for all.
  const noticed = ports.kept?.find(({ data }) => data !== null && data.notice !== null);

  return async (
    { input, outcomes, data: decided }: AgentTask,
    config: LangGraphRunnableConfig,
  ): Promise<ChainUpdate> => {
    const tell = (outcome: AgentOutcome) => {
      config.writer?.({ type: "agent_ended", outcome, at: ports.clock.now() });
    };
    const warn = (text: string | null) => {
      if (text === null) return;
      config.writer?.({ type: "notice", text, at: ports.clock.now() });
    };
    if (kept !== undefined) {
      const { outcome, facts, data } = kept;
      if (kept === noticed && data !== null) warn(data.notice);
      tell(outcome);
      return { outcomes: [outcome], facts: [...facts], data };
    }
    let data = decided;
    const onOpened = (opened: Opened) => {
      data = opened.data;
      const { notice } = opened.data;
      if (opened.first && notice !== noticed?.data?.notice) warn(notice);
    };
    const asOf = ports.asOf ?? dayOf(ports.clock.now());
    const task = {
      label: { name, kind: "agent", parent: null },
      runName: `${name}_model`,
      asOf,
      tools: toolsOf(agent, ports, decided, onOpened),
    } as const;
    const branch = await doBranch(task, ports, config, async (desk) => {
      const prompt = {
        system: agentSystemPrompt(agent, chain),
        briefing: agentRequest(agent, { chain, input, outcomes, asOf, data: decided }),
      };
      const model = ports.model(agent.model);
      return withOwnModel(agent, () => writeText(prompt, { ...desk, model, rounds: MOST_ROUNDS }));
    });
    const outcome = outcomeOf(name, branch, data?.notice ?? null);
    tell(outcome);
    return { outcomes: [outcome], facts: branch.facts, spans: branch.spans, data };
  };
}

function toolsOf(
  { tools }: ChainAgent,
  ports: ChainPorts,
  ...opening: Parameters<ChainPorts["tools"]>
) {
  if (tools.length === 0) return [];
  return ports.tools(...opening).filter((tool) => tools.includes(tool.name));
}

/** @param said of the data of the whole run, so that no agent's notices have to */
function outcomeOf(agent: string, branch: BranchOutcome, said: string | null): AgentOutcome {
  const { written, why, when, toolCalls, usage, notices } = branch;
  const closing = written && readClosing(written.text);
  return {
    agent,
    state: written === null ? "failed" : "done",
    // Where the closing line is all there is, it is the output.
    output: closing && (closing.text || written.text.trim()),
    stance: closing?.stance ?? null,
    confidence: closing?.confidence ?? null,
    cut: written?.cut ?? false,
    model: written?.model ?? null,
    gap: why && { ...why },
    skipped: null,
    ...when,
    toolCalls,
    notices: notices.filter((notice) => notice !== said),
    usage,
  };
}
