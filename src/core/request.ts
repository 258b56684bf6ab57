import { z } from "zod";
import { analystNameSchema } from "./analyst.ts";
import { daySchema } from "./day.ts";
import { tickerSchema } from "./ticker.ts";

/** What one analysis is asked: the symbol, who looks at it, and as of which day. */
export const analysisRequestSchema = z.object({
  symbol: tickerSchema,
  analysts: z.array(analystNameSchema).min(1),
  asOf: daySchema,
});

export type AnalysisRequest = z.infer<typeof analysisRequestSchema>;
