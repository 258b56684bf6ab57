import { z } from "zod";
import { oneLine } from "../render/one-line.ts";
import { analysisResultSchema } from "../result.ts";
import type { KeptRun, RunRecord } from "../run-record.ts";
import type { RunState } from "../run-state.ts";

const watchStatuses = ["done", "failed", "timeout", "skipped"] as const;
export type WatchStatus = (typeof watchStatuses)[number];

/** One ticker of a list, as `--json` and `--json-lines` print it. */
export const watchRowSchema = z.strictObject({
  symbol: z.string(),
  status: z.enum(watchStatuses),
  /** Why there is no result; null where there is one. */
  reason: z.string().nullable(),
  /** Whole milliseconds that the run was worked on; null where it has not begun, or has no end. */
  ms: z.number().nullable(),
  result: analysisResultSchema.nullable(),
});

export type WatchRow = z.infer<typeof watchRowSchema>;

/** A ticker as rows show it, without its result. */
export type WatchEntry = Omit<WatchRow, "result">;

/**
 * Neither done nor failed is what may still be worked on: whatever has not ended by itself, and not for
 * the list's time either, is skipped, and its time says whether it had begun.
 */
const STATUSES: Readonly<Record<RunState, WatchStatus>> = {
  done: "done",
  failed: "failed",
  timeout: "timeout",
  skipped: "skipped",
  interrupted: "skipped",
  waiting: "skipped",
  running: "skipped",
};

/** What is to be said of a run whose record gives no reason. */
const REASONS: Readonly<Record<Exclude<RunState, "done">, string>> = {
  failed: "it failed for a reason that is not recorded",
  timeout: "the list's time was over before it had ended",
  skipped: "the list ended before it had begun",
  interrupted: "interrupted before it had ended",
  waiting: "it has not begun",
  running: "somebody else is at work on it, or was until they were stopped",
};

/** The status in which a list shows a run: one that has not begun before the list's time was over is skipped. */
export function statusOf({
  state,
  startedAt,
}: Pick<RunRecord, "state" | "startedAt">): WatchStatus {
  return state === "timeout" && startedAt === null ? "skipped" : STATUSES[state];
}

/** How a list shows a run. The reason is one line that moves no terminal. */
export function entryOf(run: RunRecord): WatchEntry {
  const { configuration, state, error } = run;
  return {
    symbol: configuration.symbol,
    status: statusOf(run),
    reason: state === "done" ? null : oneLine(error ?? REASONS[state]),
    ms: lengthOfRun(run),
  };
}

/**
 * How long a run was worked on, in whole milliseconds; null where it has not begun, or has no end. With a
 * result it is the wall of its timeline, which has no pauses; else all from its start to its end.
 */
export function lengthOfRun({ startedAt, endedAt, summary }: RunRecord): number | null {
  if (startedAt === null || endedAt === null) return null;
  return Math.round(summary?.wallMs ?? Math.max(0, endedAt - startedAt));
}

/** A run as one row of its list. */
export function rowOf(run: KeptRun): WatchRow {
  return { ...entryOf(run), result: run.state === "done" ? run.result : null };
}
