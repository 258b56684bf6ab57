import { z } from "zod";
import { daySchema } from "./day.ts";
import type { Usage } from "./usage.ts";

const price = z.number().min(0);

/** US dollars a million tokens. */
const priceSchema = z.object({
  input: price,
  /** Input that the provider had in its cache; the input's price where it is not given. */
  cachedInput: price.optional(),
  /** Output, reasoning included. */
  output: price,
});

/** A list of prices that a person keeps. */
export const priceListSchema = z.object({
  /** The day the prices were read. */
  asOf: daySchema,
  source: z.string(),
  models: z.record(z.string(), priceSchema),
});

export type PriceList = z.infer<typeof priceListSchema>;

const MILLION = 1_000_000;

/**
 * What a usage costs by the list, in US dollars; null where the model has no price or the usage is
 * not known.
 */
export function costOf(model: string, usage: Omit<Usage, "usd">, prices: PriceList): number | null {
  const price = Object.hasOwn(prices.models, model) ? prices.models[model] : undefined;
  const { inputTokens, outputTokens, cachedTokens } = usage;
  if (price === undefined || inputTokens === null || outputTokens === null) return null;
  const cached = cachedTokens ?? 0;
  const fresh = inputTokens - cached;
  const cachedPrice = price.cachedInput ?? price.input;
  return (fresh * price.input + cached * cachedPrice + outputTokens * price.output) / MILLION;
}
