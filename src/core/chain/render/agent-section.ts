import type { AuditedText } from "../../render/audited-text.ts";
import { modelWords } from "../../render/byline.ts";
import { counted } from "../../render/counted.ts";
import { duration } from "../../render/duration.ts";
import type { AgentOutcome } from "../agent-outcome.ts";
import type { ChainResult } from "../chain-result.ts";
import { type Stage, stagesOf } from "../stages.ts";

/** What each agent has written, in the chain's order, with its model and time. */
export function agentSections(result: ChainResult, texts: AuditedText): string[] {
  const stages = stagesOf(result.chain);
  return result.outcomes.flatMap((outcome) => {
    const { agent, output, cut } = outcome;
    if (output === null) return [];
    const end = cut ? "\n\n*(cut off here by the model's output limit)*" : "";
    const by = [...madeBy(outcome, result.model), ...besides(agent, stages)].join(" · ");
    return [`## ${agent}${stanceOf(outcome)}\n\n*${by}*\n\n${texts.body(agent, output)}${end}`];
  });
}

function stanceOf({ stance, confidence }: AgentOutcome): string {
  if (stance === null) return "";
  return `: ${stance} (${confidence === null ? "confidence not stated" : confidence.toFixed(2)})`;
}

function madeBy({ model, startedAt, endedAt, toolCalls }: AgentOutcome, usual: string): string[] {
  const calls = counted(toolCalls.length, "tool call", "tool calls");
  return [
    `by ${modelWords(model ?? usual)}`,
    duration(Date.parse(endedAt) - Date.parse(startedAt)),
    ...(toolCalls.length === 0 ? [] : [calls]),
  ];
}

/** Who worked at the same time. */
function besides(name: string, stages: readonly Stage[]): string[] {
  return stages.flatMap((stage) => {
    if (stage.kind !== "group" || !stage.agents.some((agent) => agent.name === name)) return [];
    const others = stage.agents.filter((agent) => agent.name !== name);
    if (others.length === 0) return [];
    return [`in parallel with ${others.map((agent) => agent.name).join(", ")} (${stage.name})`];
  });
}
