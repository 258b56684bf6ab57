import { z } from "zod";

/**
 * What a number counts. `currency` goes with the fact's currency; `percent` is in percent (4.2 is
 * 4.2 %); `multiple` is a ratio read as "times"; `points` are index points or an indicator's scale.
 */
const factUnits = [
  "currency",
  "percent",
  "multiple",
  "points",
  "shares",
  "count",
  "days",
  "date",
  "text",
] as const;

/** One datum that a tool returned, with everything needed to follow it to its source. */
export const factSchema = z.object({
  /** `SYMBOL:path`, the same for the same datum whoever asked for it. */
  id: z.string(),
  tool: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  path: z.string(),
  /** What it is, in plain words. */
  label: z.string(),
  /** null when it is not known; `note` then says why. */
  value: z.union([z.number(), z.string(), z.null()]),
  unit: z.enum(factUnits),
  currency: z.string().nullable(),
  /** The time the value is of: a day, or ISO 8601. */
  asOf: z.string().nullable(),
  /** The time from which it was public: a day, or ISO 8601. */
  availableAt: z.string().nullable(),
  source: z.string(),
  /** How it was made (adjustment, definition), or why it is null. */
  note: z.string().nullable(),
});

export type Fact = z.infer<typeof factSchema>;
export type FactUnit = Fact["unit"];

/** Each fact once: two who asked the same were told the same. */
export function distinctFacts(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}
