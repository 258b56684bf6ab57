import type { Job, JobsOptions } from "bullmq";
import type { EnqueuedRun } from "#core/run-queue.ts";

/** The one queue that all runs wait in. */
export const QUEUE = "runs";

/** What a job carries beside its id, which is its run's. */
export interface JobData extends Pick<EnqueuedRun, "endedAt"> {
  /** Why a worker has refused it, last. */
  readonly refusal?: string;
  /** How often it was refused by a worker that had begun it. */
  readonly refusals?: number;
}

export type RunJob = Job<JobData, void>;

export const jobOptions = {
  attempts: 4,
  backoff: { type: "fixed", delay: 500 },
  // What came of it stands in the run's record.
  removeOnComplete: true,
  // Kept to be seen: so many, and so many seconds.
  removeOnFail: { count: 1_000, age: 7 * 86_400 },
} as const satisfies JobsOptions;

/** The run that a job is for. */
export function enqueuedRunOf({ id = "", data: { endedAt } }: RunJob): EnqueuedRun {
  return { runId: id, endedAt };
}

/** Why a job was given up, as a person can understand it. */
export function reasonOf(failure: string): string {
  return failure.includes("stalled more than allowable limit")
    ? "every worker that took it died or froze at work on it"
    : failure;
}
