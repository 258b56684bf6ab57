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
import { type Decision, decisionSchema } from "#core/decision.ts";
import { quoted } from "#core/errors.ts";
import type { Usage } from "#core/usage.ts";
import { ask, isCut } from "../ask.ts";
import { askedCalls, type ToolCall } from "../tool-calls.ts";
import { Unreported } from "./unreported.ts";

/** The one tool of the portfolio manager: its arguments are the decision. */
const decide = {
  type: "function",
  function: {
    name: "decide",
    description: "States the decision.",
    parameters: z.toJSONSchema(decisionSchema),
  },
} as const;

/**
 * Asks a model for a decision. What is wrong with its first answer is told to it once.
 *
 * @throws Unreported `bad_tool_call` when the second is no decision either; whatever the model throws
 */
export async function makeDecision(
  model: BaseChatModel,
  prompt: { readonly system: string; readonly briefing: string },
  config: RunnableConfig,
  onUsage: (usage: Usage) => void,
): Promise<Decision> {
  const deciding = model.bindTools?.([decide], { tool_choice: decide.function.name }) ?? model;
  const messages: BaseMessage[] = [
    new SystemMessage(prompt.system),
    new HumanMessage(prompt.briefing),
  ];
  const first = await ask(deciding, messages, config, onUsage);
  const read = decisionIn(first);
  if (read.decision !== null) return read.decision;
  messages.push(first, ...told(askedCalls(first, 0), read.mistake));
  const second = decisionIn(await ask(deciding, messages, config, onUsage));
  if (second.decision !== null) return second.decision;
  throw new Unreported("bad_tool_call", `no decision in two answers: ${second.mistake}`);
}

type Reading =
  | { readonly decision: Decision }
  | { readonly decision: null; readonly mistake: string };

function decisionIn(answer: AIMessage): Reading {
  const mistake = (what: string): Reading => ({ decision: null, mistake: what });
  if (isCut(answer)) return mistake("the output limit has cut the answer");
  const [call] = askedCalls(answer, 0);
  if (call === undefined) return mistake(`the answer does not call ${decide.function.name}`);
  if (call.unreadable !== undefined) return mistake(call.unreadable);
  if (call.name !== decide.function.name) {
    return mistake(`there is no tool ${quoted(call.name)}; the tool is ${decide.function.name}`);
  }
  const { data, error } = decisionSchema.safeParse(call.args);
  return data === undefined ? mistake(z.prettifyError(error)) : { decision: data };
}

/** Every call has to have its answer; without one it is told in words. */
function told(calls: readonly ToolCall[], mistake: string): BaseMessage[] {
  const content = `Error: ${mistake}. Call ${decide.function.name} once, with all its arguments.`;
  if (calls.length === 0) return [new HumanMessage(content)];
  return calls.map(
    ({ id, name }) => new ToolMessage({ tool_call_id: id, name, status: "error", content }),
  );
}
