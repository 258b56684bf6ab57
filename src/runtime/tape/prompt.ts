import { AIMessage, AIMessageChunk, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { z } from "zod";

const promptMessageSchema = z.object({
  type: z.string(),
  content: z.unknown(),
  /** What an answer asked for; `id` is the call's place in the conversation. */
  calls: z
    .array(z.object({ id: z.number(), name: z.string().optional(), args: z.unknown() }))
    .optional(),
  /** Which of these calls a tool's message answers. */
  answers: z.number().optional(),
  status: z.string().optional(),
});
export type PromptMessage = z.infer<typeof promptMessageSchema>;

/** What a model was asked, without what differs from run to run. */
export const promptSchema = z.object({
  messages: z.array(promptMessageSchema),
  tools: z.array(z.unknown()),
});
export type Prompt = z.infer<typeof promptSchema>;

/**
 * A conversation and the tools bound to it, in a form that is the same for the same question. Ids
 * are made up anew in every run: a message's own is left out, a tool call's is its place.
 */
export function promptOf(messages: readonly BaseMessage[], tools: readonly unknown[]): Prompt {
  const places = new Map<string, number>();
  let next = 0;
  const place = (id: string | undefined): number => {
    const known = id === undefined ? undefined : places.get(id);
    if (known !== undefined) return known;
    next += 1;
    if (id !== undefined) places.set(id, next);
    return next;
  };
  return {
    messages: messages.map((message): PromptMessage => {
      const { type, content } = message;
      if (ToolMessage.isInstance(message)) {
        const { tool_call_id, status } = message;
        return { type, content, answers: place(tool_call_id), ...(status && { status }) };
      }
      if (!AIMessage.isInstance(message) && !AIMessageChunk.isInstance(message)) {
        return { type, content };
      }
      const asked = [...(message.tool_calls ?? []), ...(message.invalid_tool_calls ?? [])];
      const calls = asked.map(({ id, name, args }) => ({ id: place(id), name, args }));
      return { type, content, ...(calls.length > 0 && { calls }) };
    }),
    tools: [...tools],
  };
}
