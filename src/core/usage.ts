import { z } from "zod";

const known = z.number().min(0).nullable();

/** What model calls used; null where the provider did not say. */
export const usageSchema = z.object({
  inputTokens: known,
  outputTokens: known,
  /** Of the input, what the provider had in its cache. */
  cachedTokens: known,
  /** Of the output, what was thought and not said. */
  reasoningTokens: known,
  /** US dollars: the provider's own figure, else by the price list. */
  usd: known,
});

export type Usage = z.infer<typeof usageSchema>;

/** Nothing used yet. */
export const noUsage: Usage = {
  inputTokens: 0,
  outputTokens: 0,
  cachedTokens: 0,
  reasoningTokens: 0,
  usd: 0,
};

/** Something was used, and nobody said how much. */
export const unknownUsage: Usage = {
  inputTokens: null,
  outputTokens: null,
  cachedTokens: null,
  reasoningTokens: null,
  usd: null,
};

/** The sum of two; unknown where either is. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: add(a.inputTokens, b.inputTokens),
    outputTokens: add(a.outputTokens, b.outputTokens),
    cachedTokens: add(a.cachedTokens, b.cachedTokens),
    reasoningTokens: add(a.reasoningTokens, b.reasoningTokens),
    usd: add(a.usd, b.usd),
  };
}

function add(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
