import { z } from "zod";
import { actions, horizons } from "./decision.ts";
import type { AnalysisResult } from "./result.ts";
import { usageSchema } from "./usage.ts";

/** An analysis's result in short, for lists of runs. */
export const runSummarySchema = z.object({
  action: z.enum(actions).nullable(),
  confidence: z.number().nullable(),
  horizon: z.enum(horizons).nullable(),
  /** Analysts who reported, of those who were asked. */
  reports: z.number().int(),
  analysts: z.number().int(),
  gaps: z.number().int(),
  flags: z.number().int(),
  synthetic: z.boolean(),
  model: z.string(),
  wallMs: z.number(),
  workMs: z.number(),
  usage: usageSchema,
});

export type RunSummary = z.infer<typeof runSummarySchema>;

/** A result in short. */
export function summaryOf(result: AnalysisResult): RunSummary {
  const { decision, reports, request, gaps, flags, data, model, timeline, usage } = result;
  return {
    action: decision?.action ?? null,
    confidence: decision?.confidence ?? null,
    horizon: decision?.horizon ?? null,
    reports: reports.length,
    analysts: request.analysts.length,
    gaps: gaps.length,
    flags: flags.length,
    synthetic: data.synthetic,
    model,
    wallMs: timeline.wallMs,
    workMs: timeline.workMs,
    usage,
  };
}
