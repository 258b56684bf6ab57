import {
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import type { Day } from "#core/day.ts";
import { type PromptFact, readFacts } from "#core/fact-lines.ts";
import { CLOSING_LINE } from "#core/report.ts";
import { dayIn } from "../evidence.ts";

/** What another agent has written, as an agent is given it. */
export interface GivenOutput {
  readonly agent: string;
  /** What is said of it in a word or two: `bullish`, `failed`; "" where nothing is. */
  readonly marks: string;
  readonly text: string;
}

/** An agent's part in a chain, as its messages tell it. */
export interface AgentPart {
  readonly asksStance: boolean;
  readonly asOf: Day | null;
  /** What it is asked, with the chain's input where its prompt has it, without the blocks. */
  readonly task: string;
  /** The chain's input where it stands in a block of its own; null where it does not. */
  readonly input: string | null;
  readonly outputs: readonly GivenOutput[];
  /** What its tools have brought. */
  readonly facts: readonly PromptFact[];
  readonly toolsAnswered: boolean;
}

const OUTPUT = /<output agent="([\w-]+)"([^>\n]*)>\n([\s\S]*?)\n<\/output>/g;
const INPUT = /<chain_input>\n([\s\S]*?)\n<\/chain_input>/g;
const AS_OF = /^As of: (\S+)/;
const DAY_LINES = /^As of: .*\n(?:Data: .*\n)?/;

/** Reads the part off an agent's messages. */
export function readAgentPart(messages: readonly BaseMessage[]): AgentPart {
  const system = messages.find((message) => SystemMessage.isInstance(message))?.text ?? "";
  const request = textOf(messages.filter((message) => HumanMessage.isInstance(message)));
  const answers = messages.filter((message) => ToolMessage.isInstance(message));
  return {
    asOf: dayIn(AS_OF.exec(request)?.[1] ?? null),
    asksStance: system.includes(CLOSING_LINE),
    task: request.replace(OUTPUT, "").replace(INPUT, "").replace(DAY_LINES, "").trim(),
    input: [...request.matchAll(INPUT)][0]?.[1] ?? null,
    outputs: outputsIn(request),
    facts: readFacts(textOf(answers)),
    toolsAnswered: answers.length > 0,
  };
}

function outputsIn(request: string): GivenOutput[] {
  const found = [...request.matchAll(OUTPUT)].map(([, agent = "", marks = "", text = ""]) => ({
    agent,
    marks: [...marks.matchAll(/(?:state|stance)="([^"]*)"/g)].map(([, mark]) => mark).join(", "),
    text,
  }));
  return [...new Map(found.map((output) => [output.agent, output])).values()];
}

function textOf(messages: readonly BaseMessage[]): string {
  return messages.map(({ text }) => text).join("\n");
}
