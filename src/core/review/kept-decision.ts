import { z } from "zod";
import { decisionSchema } from "../decision.ts";
import { gapSchema } from "../report.ts";
import { analysisRequestSchema } from "../request.ts";

/** A decision as it is remembered: what was asked, who answered, and all that scoring it later needs. */
export const keptDecisionSchema = z.object({
  runId: z.string(),
  ...analysisRequestSchema.shape,
  /** When it was made, ISO 8601. */
  decidedAt: z.iso.datetime(),
  /** Where its figures came from; decisions on invented figures are scored on invented figures. */
  source: z.enum(["yahoo", "demo"]),
  /** The models as the result states them. */
  model: z.string(),
  /** Who was asked and left a gap, each once. */
  missing: z.array(gapSchema.shape.analyst),
  /** null where the source names none, or is not known as of that day. */
  sector: z.string().nullable(),
  ...decisionSchema.pick({ action: true, confidence: true, horizon: true, levels: true }).shape,
});
export type KeptDecision = z.infer<typeof keptDecisionSchema>;
