import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { z } from "zod";
import { noUsage, type Usage, unknownUsage } from "#core/usage.ts";

/** Where the desk's models say what an answer cost, in US dollars. */
const costSchema = z.object({ usd: z.number().nullable() });

/** What one answer used; null where the model did not say. */
export function usageOf(answer: BaseMessage): Usage {
  const usage = AIMessage.isInstance(answer) ? answer.usage_metadata : undefined;
  const stated = costSchema.safeParse(answer.response_metadata).data?.usd ?? null;
  if (usage === undefined) return { ...unknownUsage, usd: stated };
  if (usage.input_tokens + usage.output_tokens === 0) return { ...noUsage, usd: stated ?? 0 };
  return {
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    cachedTokens: usage.input_token_details?.cache_read ?? null,
    reasoningTokens: usage.output_token_details?.reasoning ?? null,
    usd: stated,
  };
}
