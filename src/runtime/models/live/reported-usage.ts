import { z } from "zod";

const count = z.number().int().min(0);

const reportedSchema = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish(),
    completion_tokens_details: z.object({ reasoning_tokens: count.nullish() }).nullish(),
    /** US dollars, where the provider says. */
    cost: z.number().min(0).optional().catch(undefined),
  })
  .refine((usage) => (usage.prompt_tokens_details?.cached_tokens ?? 0) <= usage.prompt_tokens);

/** What a provider says that an attempt used, in the form that LangChain reads. */
export interface ReportedUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details?: { cached_tokens: number };
  readonly completion_tokens_details?: { reasoning_tokens: number };
  readonly cost?: number;
}

/** A usage as a stream carries it; null where it is missing or no usage can be so. */
export function readUsage(value: unknown): ReportedUsage | null {
  const { data } = reportedSchema.safeParse(value);
  if (data === undefined) return null;
  const { prompt_tokens, completion_tokens, cost } = data;
  const cached = data.prompt_tokens_details?.cached_tokens ?? null;
  const reasoning = data.completion_tokens_details?.reasoning_tokens ?? null;
  return {
    prompt_tokens,
    completion_tokens,
    total_tokens: prompt_tokens + completion_tokens,
    ...(cached !== null && { prompt_tokens_details: { cached_tokens: cached } }),
    ...(reasoning !== null && { completion_tokens_details: { reasoning_tokens: reasoning } }),
    ...(cost !== undefined && { cost }),
  };
}
