import { Command, type LangGraphRunnableConfig } from "@langchain/langgraph";
import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import type { ChainAgent } from "#core/chain/chain.ts";
import { type Held, holds } from "#core/chain/holds.ts";
import { agentsOf, type ChoiceStage } from "#core/chain/stages.ts";
import { isoTime, type Span } from "#core/span.ts";
import { noUsage } from "#core/usage.ts";
import { spanned, unwrap } from "../../span.ts";
import type { ChainPorts } from "../ports.ts";
import { entryOf, gateOf } from "../routes.ts";
import type { AgentTask, ChainUpdate } from "../state.ts";

/**
 * Decides whether an agent is asked, or who is in its place, and tells who is not.
 *
 * @param next the node that follows where nobody is
 */
export function createGateNode(
  { agent, when, otherwise }: ChoiceStage,
  next: string,
  { clock, matches }: ChainPorts,
) {
  return async (
    { outcomes }: AgentTask,
    config: LangGraphRunnableConfig,
  ): Promise<Command<unknown, ChainUpdate>> => {
    const outcome = await spanned(
      clock,
      (event) => config.writer?.(event),
      { name: gateOf(agent), kind: "condition", parent: null },
      () => holds(when, outcomes, matches),
    );
    const held = unwrap(outcome);
    const { span } = outcome;
    const passedOver = held.holds ? (otherwise === null ? [] : agentsOf(otherwise)) : [agent];
    const skipped = passedOver.map(({ name }) => skippedOutcome(name, sentence(agent, held), span));
    for (const one of skipped) {
      config.writer?.({ type: "agent_ended", outcome: one, at: clock.now() });
    }
    return new Command({
      update: { outcomes: skipped, spans: [span] },
      goto: held.holds ? agent.name : otherwise === null ? next : entryOf(otherwise),
    });
  };
}

function sentence({ name }: ChainAgent, { holds: held, why }: Held): string {
  return held ? `${name} was asked instead, since ${why}.` : `Its condition does not hold: ${why}.`;
}

function skippedOutcome(agent: string, skipped: string, span: Span): AgentOutcome {
  return {
    agent,
    state: "skipped",
    output: null,
    stance: null,
    confidence: null,
    cut: false,
    model: null,
    gap: null,
    skipped,
    startedAt: isoTime(span.startedAt),
    endedAt: isoTime(span.endedAt),
    toolCalls: [],
    notices: [],
    usage: noUsage,
  };
}
