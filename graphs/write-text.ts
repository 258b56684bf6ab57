import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  type AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
} from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { Usage } from "#core/usage.ts";
import { ask, isCut, writerOf } from "./ask.ts";
import { askedCalls, type CalledTool, type ToolCall } from "./tool-calls.ts";
import { Unreported } from "./unreported.ts";

export interface Written {
  readonly text: string;
  /** Whether the model's output limit ended it. */
  readonly cut: boolean;
  /** The model that wrote it; null where it does not say. */
  readonly model: string | null;
}

/** What somebody is told to be, and what is asked of them. */
export interface TextPrompt {
  readonly system: string;
  readonly briefing: string;
}

/** What a text is written with. */
export interface WritingDesk {
  readonly model: BaseChatModel;
  /** What the model may call. */
  readonly tools: readonly StructuredToolInterface[];
  /** How often it may ask for tools before it has to write. */
  readonly rounds: number;
  readonly config: RunnableConfig;
  call(calls: readonly ToolCall[]): Promise<readonly CalledTool[]>;
  onUsage(usage: Usage): void;
}

/**
 * Asks a model for a text: one call where its briefing is enough, one more for every round in which it
 * asks for tools. The tools of one round run together. A call that no tool can take is told to the
 * model once.
 *
 * @throws Unreported when it asks wrongly again, or writes nothing; whatever the model throws
 */
export async function writeText(
  prompt: TextPrompt,
  { model, tools, rounds, config, call, onUsage }: WritingDesk,
): Promise<Written> {
  const messages: BaseMessage[] = [
    new SystemMessage(prompt.system),
    new HumanMessage(prompt.briefing),
  ];
  const withTools = tools.length > 0 ? (model.bindTools?.([...tools]) ?? model) : model;
  let told = false;
  for (let round = 0; ; round += 1) {
    const speaker = round < rounds ? withTools : model;
    const answer = await ask(speaker, messages, config, onUsage);
    const asked = askedCalls(answer, round);
    if (asked.length === 0 || round === rounds) {
      if (answer.text.trim() === "") throw new Unreported("no_report", "the answer holds no text");
      return { text: answer.text, cut: isCut(answer), model: writerOf(answer) };
    }
    const called = await call(asked);
    const refused = called.find(({ refused }) => refused);
    if (refused !== undefined && told) {
      throw new Unreported("bad_tool_call", `asked wrongly twice: ${refused.record.error}`);
    }
    told ||= refused !== undefined;
    messages.push(answer, ...answersTo(answer, called));
  }
}

/**
 * What the model reads of its calls. Beside readable calls, one that could not be read is not sent
 * back to the provider, which would refuse an answer to it: it is told in words.
 */
function answersTo(answer: AIMessage, called: readonly CalledTool[]): BaseMessage[] {
  const unreadable = new Set((answer.invalid_tool_calls ?? []).map(({ id }) => id));
  const mixed = unreadable.size < called.length;
  return called.map(({ message }) =>
    mixed && unreadable.has(message.tool_call_id)
      ? new HumanMessage(`Your call of ${message.name} was not made. ${message.text}`)
      : message,
  );
}
