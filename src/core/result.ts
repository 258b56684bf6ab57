import { z } from "zod";
import { analystNameSchema } from "./analyst.ts";
import { auditSchema } from "./audit/audit.ts";
import { ceilingSchema } from "./confidence-ceiling.ts";
import { dataFlagSchema } from "./data-flag.ts";
import { daySchema } from "./day.ts";
import { saidArgumentSchema, saidPlanSchema, saidReviewSchema } from "./debate.ts";
import { decisionSchema } from "./decision.ts";
import { factSchema } from "./fact.ts";
import { gapSchema, reportSchema } from "./report.ts";
import { analysisRequestSchema } from "./request.ts";
import { trackRecordSchema } from "./review/track-record.ts";
import { samplesSchema } from "./samples.ts";
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

/** What a run has of an earlier one on the same request. */
const keptFromSchema = z.object({ run: z.string(), analysts: z.array(analystNameSchema) });

/** Everything one analysis has to say: what `--json` prints. Unknown is null, times are ISO 8601. */
export const analysisResultSchema = z.object({
  runId: z.string(),
  symbol: z.string(),
  asOf: daySchema,
  /** What was asked, completed. */
  request: analysisRequestSchema,
  data: provenanceSchema,
  model: z.string(),
  /** How often it was taken up: 1 when it was made in one go. */
  attempts: z.number().int().min(1),
  /** The run whose reports it has kept, and which; null where all were made anew. */
  keptFrom: keptFromSchema.nullable(),
  reports: z.array(reportSchema),
  gaps: z.array(gapSchema),
  /** What is amiss with the data. */
  flags: z.array(dataFlagSchema),
  /** What bull and bear have argued, round by round. */
  debate: z.array(saidArgumentSchema),
  /** The trader's plan; null where the depth has none, or it is a gap. */
  plan: saidPlanSchema.nullable(),
  /** What the plan's reviewers have said, round by round. */
  reviews: z.array(saidReviewSchema),
  decision: decisionSchema.nullable(),
  /** The confidence that the model stated, before ceiling and agreement; null without a decision. */
  statedConfidence: z.number().nullable(),
  /** The highest confidence that the decision could state, and why it is not higher. */
  ceiling: ceilingSchema,
  /** How the samples of the decision agree; null where it was drawn once. */
  samples: samplesSchema.nullable(),
  /** How the desk's earlier decisions turned out; null where none is known. */
  record: trackRecordSchema.nullable(),
  /** Where every figure of the texts comes from. */
  audit: auditSchema,
  timeline: timelineSchema,
  requests: requestCountSchema,
  /** What the decision took, all its samples together. */
  decisionUsage: usageSchema,
  /** All model calls together. */
  usage: usageSchema,
  facts: z.array(factSchema),
});

export type AnalysisResult = z.infer<typeof analysisResultSchema>;

/** ok: nothing is missing; partial: some analyst or the decision is; failed: nobody reported. */
export function statusOf(result: AnalysisResult): "ok" | "partial" | "failed" {
  if (result.reports.length === 0) return "failed";
  return result.gaps.length === 0 ? "ok" : "partial";
}
