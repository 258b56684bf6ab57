import { z } from "zod";
import { factSchema } from "./fact.ts";

/** How the resources behind a tool call were come by. */
export const requestCountSchema = z.object({
  /** Loaded from the source. */
  upstream: z.number().int(),
  /** Already in the cache. */
  cacheHits: z.number().int(),
  /** Already on the way for somebody else. */
  coalesced: z.number().int(),
});

export type RequestCount = z.infer<typeof requestCountSchema>;

export const noRequests: RequestCount = { upstream: 0, cacheHits: 0, coalesced: 0 };

export function addRequests(a: RequestCount, b: RequestCount): RequestCount {
  return {
    upstream: a.upstream + b.upstream,
    cacheHits: a.cacheHits + b.cacheHits,
    coalesced: a.coalesced + b.coalesced,
  };
}

/** What every tool of the desk returns beside the text that the model reads. */
export const toolResultSchema = z.object({
  facts: z.array(factSchema),
  /** Sentences a reader must know about this data: what is absent, dropped or withheld, and why. */
  notices: z.array(z.string()),
  requests: requestCountSchema,
});

export type ToolResult = z.infer<typeof toolResultSchema>;
