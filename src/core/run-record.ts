import { z } from "zod";
import { actions, horizons } from "./decision.ts";
import { gapSchema, reportSchema } from "./report.ts";
import { type AnalysisResult, analysisResultSchema } from "./result.ts";
import { runConfigurationSchema } from "./run-configuration.ts";
import { usageSchema } from "./usage.ts";

export const runStates = [
  /** Recorded, and not begun. */
  "waiting",
  "running",
  /** It has a result, which may have gaps. */
  "done",
  /** It has none, and `error` says why. */
  "failed",
  /** The list's time was over before it had ended. */
  "timeout",
  /** The list ended before it had begun. */
  "skipped",
  /** Somebody stopped it. */
  "interrupted",
] as const;

export type RunState = (typeof runStates)[number];

/** A result in short, for lists of runs. */
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

/** One branch of a run's dispatcher. */
export const stepRecordSchema = z.object({
  /** Its node. */
  name: z.string(),
  /** The same for all branches that one dispatch has sent. */
  group: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  /** Epoch milliseconds, like every time here. */
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** Why it failed; null when it did not. */
  error: z.string().nullable(),
  /** What it came to; null while it has not ended. */
  outcome: z.union([reportSchema, gapSchema]).nullable(),
});

export type StepRecord = z.infer<typeof stepRecordSchema>;

/** What is recorded of a run beside its steps and its result. */
export const runRecordSchema = z.object({
  id: z.string(),
  /** The list that it is part of, and its place there from 0; null for a run of its own. */
  list: z.object({ id: z.string(), position: z.number().int() }).nullable(),
  configuration: runConfigurationSchema,
  state: z.enum(runStates),
  /** How often it has been taken up: 0 before its start, 2 once it was resumed. */
  attempt: z.number().int(),
  /** Until when whoever works on it has it for itself; null where nobody does. */
  heldUntil: z.number().nullable(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  error: z.string().nullable(),
  /** The run whose reports it has kept; null where it began anew. */
  rerunOf: z.string().nullable(),
  /** null without a result. */
  summary: runSummarySchema.nullable(),
});

export type RunRecord = z.infer<typeof runRecordSchema>;

/** All that is kept of a run. */
export const keptRunSchema = runRecordSchema.extend({
  /** In the order in which they were sent. */
  steps: z.array(stepRecordSchema),
  result: analysisResultSchema.nullable(),
});

export type KeptRun = z.infer<typeof keptRunSchema>;

/** Whether a run that nobody works on has not come to its end. */
export function isUnfinished({ state }: Pick<RunRecord, "state">): boolean {
  return state !== "done" && state !== "failed";
}

/** Whether somebody is at work on it; one that was killed holds it until its time is over. */
export function isHeld({ state, heldUntil }: RunRecord, now: number): boolean {
  return state === "running" && heldUntil !== null && heldUntil > now;
}

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
