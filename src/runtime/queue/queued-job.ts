import type { JobState, QueuedJob } from "#core/run-queue.ts";
import { type RunJob, reasonOf } from "./job.ts";

/** A job as whoever looks at the queue is shown it. */
export function queuedJobOf(job: RunJob, state: JobState): QueuedJob {
  const since = { waiting: job.timestamp, active: job.processedOn, failed: job.finishedOn }[state];
  return {
    runId: job.id ?? "",
    state,
    worker: state === "waiting" ? null : (job.processedBy ?? null),
    since: since ?? job.timestamp,
    attempt: takingsOf(job) + (state === "active" ? 1 : 0),
    reason: reasonFor(job, state),
  };
}

/** How often it was taken by a worker that failed, died or refused what it had begun. */
function takingsOf({ attemptsMade, stalledCounter, data: { refusals = 0 } }: RunJob): number {
  return attemptsMade + stalledCounter + refusals;
}

function reasonFor({ failedReason, data: { refusal } }: RunJob, state: JobState): string | null {
  if (state === "waiting" && refusal !== undefined) return refusal;
  return failedReason === undefined ? null : reasonOf(failedReason);
}
