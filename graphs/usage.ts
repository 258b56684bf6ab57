import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { Usage } from "#core/report.ts";

/** Nothing used yet. */
export const noUsage: Usage = { inputTokens: 0, outputTokens: 0, usd: 0 };

/** What one answer used. Tokens are null where the model did not say; money where it cost any. */
export function usageOf(answer: BaseMessage): Usage {
  const usage = AIMessage.isInstance(answer) ? answer.usage_metadata : undefined;
  if (usage === undefined) return { inputTokens: null, outputTokens: null, usd: null };
  const free = usage.input_tokens + usage.output_tokens === 0;
  return {
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    usd: free ? 0 : null,
  };
}

/** The sum of two; unknown where either is. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: add(a.inputTokens, b.inputTokens),
    outputTokens: add(a.outputTokens, b.outputTokens),
    usd: add(a.usd, b.usd),
  };
}

function add(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
