import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import type { AIMessage, AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import type { Runnable, RunnableConfig } from "@langchain/core/runnables";
import { z } from "zod";
import { DeskError } from "#core/errors.ts";
import { noUsage, type Usage, unknownUsage } from "#core/usage.ts";
import { usageOf } from "./usage.ts";

/** A chat model, with or without tools bound to it. */
export type Speaker = Runnable<BaseLanguageModelInput, AIMessage | AIMessageChunk>;

/**
 * One model call. What it used is told whether it succeeds or not; a call that breaks may have used
 * something, nobody says how much.
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
    onUsage(usedByFailure(thrown));
    throw thrown;
  }
}

/** A call that was never made, or that the provider refused at once, has used nothing. */
function usedByFailure(thrown: unknown): Usage {
  if (!(thrown instanceof DeskError)) return unknownUsage;
  const { status, attempts } = thrown.facts;
  const refused = typeof status === "number" && status >= 400 && status < 500 && attempts === 1;
  return thrown.code === "budget" || refused ? noUsage : unknownUsage;
}

const writerSchema = z.object({
  answered_by: z.string().optional(),
  model_name: z.string().optional(),
});

/** The model that gave an answer; null where it does not say. */
export function writerOf({ response_metadata }: AIMessage): string | null {
  const { answered_by, model_name } = writerSchema.safeParse(response_metadata).data ?? {};
  return answered_by ?? model_name ?? null;
}

/** Whether the model's output limit ended an answer. */
export function isCut({ response_metadata }: AIMessage): boolean {
  return response_metadata.finish_reason === "length";
}
