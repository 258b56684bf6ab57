import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  type AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { z } from "zod";
import { quoted } from "#core/errors.ts";
import type { Usage } from "#core/usage.ts";
import { ask, isCut, writerOf } from "../ask.ts";
import { askedCalls, type ToolCall } from "../tool-calls.ts";
import { Unreported } from "../unreported.ts";
import type { Form } from "./forms.ts";

/** What a model is told, and what it is given. */
export interface FormPrompt {
  readonly system: string;
  readonly briefing: string;
}

/** A form as it was filled. */
export interface Filled<T> {
  readonly value: T;
  /** The model that filled it; null where it does not say. */
  readonly model: string | null;
  /** Whether it has written a text as well, which whoever watches has seen. */
  readonly wrote: boolean;
}

/**
 * Asks a model to fill a form: one tool, whose arguments are the answer. What is wrong with its first
 * answer is told to it once.
 *
 * @throws Unreported `bad_tool_call` when the second does not fit either; whatever the model throws
 */
export async function fillForm<T>(
  model: BaseChatModel,
  form: Form<T>,
  prompt: FormPrompt,
  config: RunnableConfig,
  onUsage: (usage: Usage) => void,
): Promise<Filled<T>> {
  const tool = {
    type: "function",
    function: {
      name: form.name,
      description: form.description,
      parameters: z.toJSONSchema(form.schema),
    },
  } as const;
  const filling = model.bindTools?.([tool], { tool_choice: form.name }) ?? model;
  const messages: BaseMessage[] = [
    new SystemMessage(prompt.system),
    new HumanMessage(prompt.briefing),
  ];
  const first = await ask(filling, messages, config, onUsage);
  const read = readForm(first, form);
  if (read.filled !== null) return { ...read.filled, wrote: first.text !== "" };
  messages.push(first, ...told(askedCalls(first, 0), form.name, read.mistake));
  const second = await ask(filling, messages, config, onUsage);
  const reread = readForm(second, form);
  if (reread.filled !== null) {
    return { ...reread.filled, wrote: `${first.text}${second.text}` !== "" };
  }
  throw new Unreported("bad_tool_call", `no ${form.what} in two answers: ${reread.mistake}`);
}

type Reading<T> =
  | { readonly filled: Omit<Filled<T>, "wrote"> }
  | { readonly filled: null; readonly mistake: string };

function readForm<T>(answer: AIMessage, { name, schema }: Form<T>): Reading<T> {
  const mistake = (what: string): Reading<T> => ({ filled: null, mistake: what });
  if (isCut(answer)) return mistake("the output limit has cut the answer");
  const [call] = askedCalls(answer, 0);
  if (call === undefined) return mistake(`the answer does not call ${name}`);
  if (call.unreadable !== undefined) return mistake(call.unreadable);
  if (call.name !== name) {
    return mistake(`there is no tool ${quoted(call.name)}; the tool is ${name}`);
  }
  const parsed = schema.safeParse(call.args);
  if (!parsed.success) return mistake(z.prettifyError(parsed.error));
  return { filled: { value: parsed.data, model: writerOf(answer) } };
}

/** Every call has to have its answer; without one it is told in words. */
function told(calls: readonly ToolCall[], tool: string, mistake: string): BaseMessage[] {
  const content = `Error: ${mistake}. Call ${tool} once, with all its arguments.`;
  if (calls.length === 0) return [new HumanMessage(content)];
  return calls.map(
    ({ id, name }) => new ToolMessage({ tool_call_id: id, name, status: "error", content }),
  );
}
