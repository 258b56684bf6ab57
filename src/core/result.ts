import { z } from "zod";
import { daySchema } from "./day.ts";
import { decisionSchema } from "./decision.ts";
import { factSchema } from "./fact.ts";
import { gapSchema, reportSchema } from "./report.ts";
import { timelineSchema } from "./timeline.ts";
import { requestCountSchema } from "./tool-result.ts";
import { usageSchema } from "./usage.ts";

/** Where a run's figures came from. */
export const provenanceSchema = z.object({
  source: z.enum(["yahoo", "demo"]),
  /** Whether the figures are invented. */
  synthetic: z.boolean(),
  /** What a reader must be told about it first; null when there is nothing. */
  notice: z.string().nullable(),
});

export type Provenance = z.infer<typeof provenanceSchema>;

/** Everything one analysis has to say: what `--json` prints. Unknown is null, times are ISO 8601. */
export const analysisResultSchema = z.object({
  runId: z.string(),
  symbol: z.string(),
  asOf: daySchema,
  data: provenanceSchema,
  model: z.string(),
  reports: z.array(reportSchema),
  gaps: z.array(gapSchema),
  decision: decisionSchema.nullable(),
  timeline: timelineSchema,
  requests: requestCountSchema,
  usage: usageSchema,
  facts: z.array(factSchema),
});

export type AnalysisResult = z.infer<typeof analysisResultSchema>;

/** ok: nothing is missing; partial: some analyst or the decision is; failed: nobody reported. */
export function statusOf(result: AnalysisResult): "ok" | "partial" | "failed" {
  if (result.reports.length === 0) return "failed";
  return result.gaps.length === 0 ? "ok" : "partial";
}
