import type { InvalidToolCall, ToolCall, ToolCallChunk } from "@langchain/core/messages/tool";
import { z } from "zod";
import { parsedJson } from "./said.ts";

const argsSchema = z.record(z.string(), z.unknown());

/**
 * The tool calls of a whole answer, read strictly. LangChain's own reading mends JSON that was cut
 * off, so that "250" that lost its zero would become a call with 25.
 */
export function strictToolCalls(chunks: readonly ToolCallChunk[]): {
  readonly valid: ToolCall[];
  readonly invalid: InvalidToolCall[];
} {
  const valid: ToolCall[] = [];
  const invalid: InvalidToolCall[] = [];
  for (const { id, name = "", args = "" } of chunks) {
    const { data } = argsSchema.safeParse(args.trim() === "" ? {} : parsedJson(args));
    if (data !== undefined) valid.push({ type: "tool_call", id, name, args: data });
    else
      invalid.push({
        type: "invalid_tool_call",
        id,
        name,
        args,
        error: "its arguments are no JSON object",
      });
  }
  return { valid, invalid };
}
