import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import type { AIMessage, AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import type { Runnable, RunnableConfig } from "@langchain/core/runnables";
import { codeOf } from "#core/errors.ts";
import { type Usage, unknownUsage } from "#core/usage.ts";
import { usageOf } from "./usage.ts";

/** A chat model, with or without tools bound to it. */
export type Speaker = Runnable<BaseLanguageModelInput, AIMessage | AIMessageChunk>;

/**
 * One model call. What it used is told whether it succeeds or not; a call that fails may have used
 * something, nobody says how much, unless it was never made.
 */
export async function ask(
  speaker: Speaker,
  messages: BaseMessage[],
  config: RunnableConfig,
  onUsage: (usage: Usage) => void,
): Promise<AIMessage> {
  try {
    const answer = await speaker.invoke(messages, config);
    onUsage(usageOf(answer));
    return answer;
  } catch (thrown) {
    if (codeOf(thrown, "model") !== "budget") onUsage(unknownUsage);
    throw thrown;
  }
}

/** Whether the model's output limit ended an answer. */
export function isCut({ response_metadata }: AIMessage): boolean {
  return response_metadata.finish_reason === "length";
}
