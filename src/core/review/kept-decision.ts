import { z } from "zod";
import { daySchema } from "../day.ts";
import { decisionSchema } from "../decision.ts";
import { depthSchema } from "../depth.ts";
import { tickerSchema } from "../ticker.ts";

/** A decision as it is remembered, with all that scoring it later needs. */
export const keptDecisionSchema = z.object({
  runId: z.string(),
  symbol: tickerSchema,
  /** The last day whose knowledge it used. */
  asOf: daySchema,
  /** When it was made, ISO 8601. */
  decidedAt: z.iso.datetime(),
  /** Where its figures came from; decisions on invented figures are scored on invented figures. */
  source: z.enum(["yahoo", "demo"]),
  /** The models as the result states them. */
  model: z.string(),
  depth: depthSchema,
  /** null where the source names none, or is not known as of that day. */
  sector: z.string().nullable(),
  ...decisionSchema.pick({ action: true, confidence: true, horizon: true, levels: true }).shape,
});
export type KeptDecision = z.infer<typeof keptDecisionSchema>;

/**
 * Of decisions on the same symbol, day, source, model and depth the one that was made last; in the
 * order given. Asking again is no second forecast.
 */
export function lastOfEach(decisions: readonly KeptDecision[]): KeptDecision[] {
  const last = new Map<string, KeptDecision>();
  for (const decision of decisions) {
    const question = questionOf(decision);
    const known = last.get(question);
    if (known === undefined || known.decidedAt <= decision.decidedAt) last.set(question, decision);
  }
  return decisions.filter((decision) => last.get(questionOf(decision)) === decision);
}

function questionOf({ symbol, asOf, source, model, depth }: KeptDecision): string {
  return JSON.stringify([symbol, asOf, source, model, depth]);
}
