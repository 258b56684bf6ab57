import { AIMessage, AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import type { ChatGeneration, ChatResult } from "@langchain/core/outputs";
import { z } from "zod";
import { DeskError } from "#core/errors.ts";

const anything = z.record(z.string(), z.unknown());

/** A model's answer, whole: what was streamed is put together. */
export const keptMessageSchema = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]),
  tool_calls: z.array(
    z.object({
      type: z.literal("tool_call").optional(),
      id: z.string().optional(),
      name: z.string(),
      args: anything,
    }),
  ),
  invalid_tool_calls: z.array(
    z.object({
      type: z.literal("invalid_tool_call").optional(),
      id: z.string().optional(),
      name: z.string().optional(),
      args: z.string().optional(),
      error: z.string().optional(),
    }),
  ),
  usage_metadata: z
    .looseObject({
      input_tokens: z.number(),
      output_tokens: z.number(),
      total_tokens: z.number(),
    })
    .optional(),
  additional_kwargs: anything,
  response_metadata: anything,
});

export type KeptMessage = z.infer<typeof keptMessageSchema>;

/**
 * A generation's message as a recording keeps it, with the metadata that LangChain would merge into
 * it: streamed or not, the answer that is replayed says the same.
 *
 * @throws DeskError `bad_response` when it is no answer of a model
 */
export function keptMessage(
  { message, generationInfo }: Pick<ChatGeneration, "message" | "generationInfo">,
  llmOutput: ChatResult["llmOutput"] = {},
): KeptMessage {
  if (!isAnswer(message)) {
    throw new DeskError("bad_response", `the model answered with a message of ${message.type}.`);
  }
  const { id, name, content, tool_calls, invalid_tool_calls, usage_metadata } = message;
  const kept: unknown = JSON.parse(
    JSON.stringify({
      id,
      name,
      content,
      tool_calls: tool_calls ?? [],
      invalid_tool_calls: invalid_tool_calls ?? [],
      usage_metadata,
      additional_kwargs: message.additional_kwargs,
      response_metadata: { ...llmOutput, ...generationInfo, ...message.response_metadata },
    }),
  );
  return keptMessageSchema.parse(kept);
}

function isAnswer(message: BaseMessage): message is AIMessage | AIMessageChunk {
  return AIMessage.isInstance(message) || AIMessageChunk.isInstance(message);
}

/** The answer that a recording keeps, as one chunk: a new one each time, since LangChain names it. */
export function restoredMessage(kept: KeptMessage): AIMessageChunk {
  const { invalid_tool_calls, ...fields } = structuredClone(kept);
  const message = new AIMessageChunk(fields);
  // The constructor takes these from streamed pieces only.
  message.invalid_tool_calls = invalid_tool_calls;
  return message;
}
