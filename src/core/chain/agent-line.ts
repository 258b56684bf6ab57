import { oneLine } from "../render/one-line.ts";
import type { Chain, ChainAgent } from "./chain.ts";

const AGENT_LINE = /^Agent: ([\w-]+) of (.+)(?:\n|$)/;

/** The line that opens an agent's system prompt, so that a model without a chat history knows its part. */
export function agentLine({ name }: ChainAgent, chain: Pick<Chain, "name">): string {
  return `Agent: ${name} of ${oneLine(chain.name)}`;
}

/** The agent, and the chain's name, that a system prompt opens with; null where it opens with none. */
export function readAgentLine(
  systemPrompt: string,
): { readonly agent: string; readonly chain: string } | null {
  const [, agent, chain] = AGENT_LINE.exec(systemPrompt) ?? [];
  return agent === undefined || chain === undefined ? null : { agent, chain };
}
