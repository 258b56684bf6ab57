import type { RunRecord } from "../run-record.ts";
import { addUsage, noUsage, type Usage } from "../usage.ts";
import { lengthOfRun, statusOf, type WatchStatus } from "./row.ts";

/** What the runs of a list come to. */
export interface ListTotals {
  readonly counts: Readonly<Record<WatchStatus, number>>;
  /** Milliseconds in which at least one run was at work: pauses before a resumption are not in it. */
  readonly wallMs: number;
  /** The lengths of all runs, summed. */
  readonly workMs: number;
  /** workMs / wallMs: how many runs were at work at once, on average; null where none was. */
  readonly overlap: number | null;
  /** Of the runs that have a result. */
  readonly usage: Usage;
  /** Runs that have begun and have no result: what they used is not known. */
  readonly unaccounted: number;
}

interface Interval {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Sums up a list. */
export function totalsOf(runs: readonly RunRecord[]): ListTotals {
  const counts = { done: 0, failed: 0, timeout: 0, skipped: 0 };
  for (const run of runs) counts[statusOf(run)] += 1;
  const intervals = runs.flatMap((run) => {
    const ms = lengthOfRun(run);
    return ms === null || run.endedAt === null
      ? []
      : [{ startedAt: run.endedAt - ms, endedAt: run.endedAt }];
  });
  const wallMs = covered(intervals);
  const workMs = intervals.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
  return {
    counts,
    wallMs,
    workMs,
    overlap: wallMs > 0 ? workMs / wallMs : null,
    usage: runs.flatMap(({ summary }) => summary?.usage ?? []).reduce(addUsage, noUsage),
    unaccounted: runs.filter(({ startedAt, summary }) => startedAt !== null && summary === null)
      .length,
  };
}

/** The length of what the intervals cover together. */
function covered(intervals: readonly Interval[]): number {
  let [length, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const { startedAt, endedAt } of intervals.toSorted((a, b) => a.startedAt - b.startedAt)) {
    length += Math.max(0, endedAt - Math.max(startedAt, reached));
    reached = Math.max(reached, endedAt);
  }
  return length;
}

/**
 * ok: every run is done and whole; partial: something is missing; failed: there is nothing to show, no
 * report of any analyst.
 */
export function listStatus(runs: readonly RunRecord[]): "ok" | "partial" | "failed" {
  if (runs.every(({ summary }) => summary === null || summary.reports === 0)) return "failed";
  const whole = runs.every(({ state, summary }) => state === "done" && summary?.gaps === 0);
  return whole ? "ok" : "partial";
}
