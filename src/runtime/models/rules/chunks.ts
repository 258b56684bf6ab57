import { randomUUID } from "node:crypto";
import { AIMessageChunk } from "@langchain/core/messages";
import type { Answer } from "./answer.ts";

/** Up to four words with the space before them, and whatever space ends the text. */
const FEW_WORDS = /(?:\s*\S+){1,4}|\s+$/g;

/**
 * An answer as the pieces of one message; the last one carries who wrote it, why it ended and the
 * usage, zero.
 */
export function chunksOf({ text, calls }: Answer, writer: string): AIMessageChunk[] {
  const id = `rules-${randomUUID()}`;
  const pieces = calls.length > 0 ? [""] : (text.match(FEW_WORDS) ?? [""]);
  return pieces.map((content, index) => {
    if (index < pieces.length - 1) return new AIMessageChunk({ id, content });
    return new AIMessageChunk({
      id,
      content,
      tool_call_chunks: calls.map(({ name, args }, position) => ({
        type: "tool_call_chunk",
        id: `call_${randomUUID()}`,
        index: position,
        name,
        args: JSON.stringify(args),
      })),
      usage_metadata: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
      response_metadata: {
        model_name: writer,
        finish_reason: calls.length > 0 ? "tool_calls" : "stop",
      },
    });
  });
}
