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
import { ask, isCut, writerOf } from "../ask.ts";
import { askedCalls, type CalledTool, type ToolCall } from "../tool-calls.ts";
import { Unreported } from "./unreported.ts";

/** How often a model may ask for tools before it has to write. */
const MOST_ROUNDS = 2;

export interface Written {
  readonly text: string;
  /** Whether the model's output limit ended it. */
  readonly cut: boolean;
  /** The model that wrote it; null where it does not say. */
  readonly model: string | null;
}

/** What a report is written with. */
export interface WritingDesk {
  readonly model: BaseChatModel;
  readonly tools: readonly StructuredToolInterface[];
  readonly config: RunnableConfig;
  call(calls: readonly ToolCall[]): Promise<readonly CalledTool[]>;
  onUsage(usage: Usage): void;
}

/**
 * Asks a model for a report: one call where its briefing is enough, at most three where it asks for
 * more tools. The tools of one round run together. A call that no tool can take is told to the model
 * once.
 *
 * @throws Unreported when it asks wrongly again, or writes nothing; whatever the model throws
 */
export async function writeReport(
  prompt: { readonly system: string; readonly briefing: string },
  { model, tools, config, call, onUsage }: WritingDesk,
): Promise<Written> {
  const messages: BaseMessage[] = [
    new SystemMessage(prompt.system),
    new HumanMessage(prompt.briefing),
  ];
  const withTools = model.bindTools?.([...tools]) ?? model;
  let told = false;
  for (let round = 0; ; round += 1) {
    const speaker = round < MOST_ROUNDS ? withTools : model;
    const answer = await ask(speaker, messages, config, onUsage);
    const asked = askedCalls(answer, round);
    if (asked.length === 0 || round === MOST_ROUNDS) {
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
