import { z } from "zod";
import { analystNameSchema } from "./analyst.ts";
import { daySchema } from "./day.ts";
import { depthSchema, roundsSchema } from "./depth.ts";
import { sampleCountSchema } from "./samples.ts";
import { tickerSchema } from "./ticker.ts";

/** What one analysis is asked: the symbol, who looks at it, as of which day, and how thoroughly. */
export const analysisRequestSchema = z.object({
  symbol: tickerSchema,
  analysts: z.array(analystNameSchema).min(1),
  asOf: daySchema,
  depth: depthSchema,
  /** Rounds of bull and bear; without a meaning where the depth has none. */
  debateRounds: roundsSchema,
  /** Rounds of the reviewers; without a meaning where the depth has none. */
  riskRounds: roundsSchema,
  /** How often the decision is drawn. */
  samples: sampleCountSchema,
});

export type AnalysisRequest = z.infer<typeof analysisRequestSchema>;
