import {
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { readCalled } from "#core/called-line.ts";
import { readFacts } from "#core/fact-lines.ts";
import { type Role, readRole } from "#core/role.ts";
import { arrangeEvidence, dayIn, type Evidence } from "./evidence.ts";

/** What a conversation asks of the rules model. */
export interface Prompt {
  /** null where the system message names none that is known. */
  readonly role: Role | null;
  readonly evidence: Evidence;
  /** The human messages' text. */
  readonly request: string;
  /** Tools that were called before the model was asked. */
  readonly called: ReadonlySet<string>;
  /** Whether tools have answered already. */
  readonly toolsAnswered: boolean;
}

const TICKER = /^Ticker: (\S+)/m;
const AS_OF = /^As of: (\S+)/m;

/** Reads role, ticker, day and facts off the messages. Only what stands in fact blocks is a fact. */
export function readPrompt(messages: readonly BaseMessage[]): Prompt {
  const system = messages.find((message) => SystemMessage.isInstance(message));
  const request = textOf(messages.filter((message) => HumanMessage.isInstance(message)));
  const answers = messages.filter((message) => ToolMessage.isInstance(message));
  return {
    role: system === undefined ? null : readRole(system.text),
    evidence: arrangeEvidence(readFacts(`${request}\n${textOf(answers)}`), {
      symbol: TICKER.exec(request)?.[1] ?? null,
      asOf: dayIn(AS_OF.exec(request)?.[1] ?? null),
    }),
    request,
    called: readCalled(request),
    toolsAnswered: answers.length > 0,
  };
}

function textOf(messages: readonly BaseMessage[]): string {
  return messages.map(({ text }) => text).join("\n");
}
