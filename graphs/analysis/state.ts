import { StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import { analystNameSchema, analystNames } from "#core/analyst.ts";
import { auditSchema } from "#core/audit/audit.ts";
import { ceilingSchema } from "#core/confidence-ceiling.ts";
import { dataFlagSchema } from "#core/data-flag.ts";
import { daySchema } from "#core/day.ts";
import { saidArgumentSchema, saidPlanSchema, saidReviewSchema } from "#core/debate.ts";
import { decisionSchema } from "#core/decision.ts";
import { depthSchema, roundsSchema } from "#core/depth.ts";
import { type Findings, findingsSchema } from "#core/findings.ts";
import { gapSchema } from "#core/report.ts";
import { analysisRequestSchema } from "#core/request.ts";
import { provenanceSchema } from "#core/result.ts";
import { trackRecordSchema } from "#core/review/track-record.ts";
import { sampleCountSchema, samplesSchema } from "#core/samples.ts";
import { spanSchema } from "#core/span.ts";
import { tickerSchema } from "#core/ticker.ts";
import { requestCountSchema } from "#core/tool-result.ts";
import { usageSchema } from "#core/usage.ts";
import { gathered } from "../gathered.ts";

/** What a person asks: the only fields that Studio offers as an input. */
export const inputFields = {
  ticker: tickerSchema,
  analysts: z
    .array(analystNameSchema)
    .min(1)
    .default([...analystNames])
    .describe("Who looks at it; all six by default"),
  asOf: daySchema
    .nullable()
    .default(null)
    .describe("Last day whose knowledge may be used; today by default"),
  depth: depthSchema
    .default("standard")
    .describe("quick: decide at once; standard: debate first; deep: plan and review too"),
  debateRounds: roundsSchema.default(1).describe("Rounds of bull and bear"),
  riskRounds: roundsSchema.default(1).describe("Rounds of the plan's reviewers"),
  samples: sampleCountSchema.default(1).describe("How often the decision is drawn, at once"),
};

export const AnalysisState = new StateSchema({
  ...inputFields,
  /** The input, checked and completed by the dispatcher. */
  request: analysisRequestSchema,
  /** Where the figures come from; decided once, by the dispatcher. */
  data: provenanceSchema,
  /** What the dispatcher itself asked of the source. */
  requests: requestCountSchema,
  /** One entry a branch. */
  findings: gathered(findingsSchema),
  /** Start and end of every node and tool call. */
  spans: gathered(spanSchema),
  /** The merged reports, in selection order. */
  brief: z.string(),
  /** What is amiss with the data. */
  flags: z.array(dataFlagSchema),
  /** What bull and bear have argued, round by round. */
  debate: gathered(saidArgumentSchema),
  /** The trader's; null where there is none. */
  plan: saidPlanSchema.nullable().default(null),
  /** What the plan's reviewers have said, round by round. */
  reviews: gathered(saidReviewSchema),
  /** Who did not say what they should have. */
  silences: gathered(gapSchema),
  /** How earlier decisions turned out; null where that is not known. */
  record: trackRecordSchema.nullable().default(null),
  /** The highest confidence that the decision may state. */
  ceiling: ceilingSchema,
  /** null where the portfolio manager could not make one. */
  decision: decisionSchema.nullable(),
  /** The confidence that the model stated, before ceiling and agreement; null without a decision. */
  statedConfidence: z.number().nullable(),
  /** How the samples of the decision agree; null where it was drawn once, or never. */
  agreement: samplesSchema.nullable(),
  /** Samples that failed; all of them where there is no decision. */
  decisionGaps: z.array(gapSchema),
  /** What the decision cost. */
  decisionUsage: usageSchema,
  /** Where every figure comes from. */
  audited: auditSchema,
});

export type AnalysisStateValue = typeof AnalysisState.State;
export type AnalysisUpdate = typeof AnalysisState.Update;

/** What one `Send` carries to an analyst's node. */
export type AnalystTask = Pick<AnalysisStateValue, "request" | "data"> & {
  /** What it found in an earlier run, which then stands; null where it has to look. */
  readonly kept: Findings | null;
};
