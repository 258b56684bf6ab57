import type { JobState, QueuedJob, RunQueue } from "#core/run-queue.ts";
import { type JobData, jobOptions, QUEUE, type RunJob, reasonOf } from "./job.ts";
import { openBackend, type QueuePlace } from "./open-backend.ts";

/** BullMQ's states that are one of ours. A job that is to be tried again in a moment waits. */
const states = {
  waiting: ["waiting", "delayed"],
  active: ["active"],
  failed: ["failed"],
} as const;

/**
 * Opens the queue, for whoever puts runs into it or looks at it.
 *
 * @throws DeskError `storage` when it cannot be reached
 */
export async function openRunQueue(place: QueuePlace): Promise<RunQueue> {
  const backend = await openBackend(place);
  const { default: bullmq } = await import("bullmq");
  const { Queue } = bullmq.withBackend(backend.factory);
  const queue = new Queue<JobData>(QUEUE, { connection: {}, defaultJobOptions: jobOptions });
  // Whoever asks is told by what is thrown.
  queue.on("error", () => {});
  const failedAmong = async (runIds: readonly string[]) => {
    const wanted = new Set(runIds);
    return (await queue.getRanges([...states.failed], 0, -1)).filter((id) => wanted.has(id));
  };
  const jobsOf = async (ids: readonly string[], state: JobState) => {
    const jobs = await Promise.all(ids.map((id) => queue.getJob(id)));
    return jobs.flatMap((job) => (job === undefined ? [] : [queuedJobOf(job, state)]));
  };
  return {
    async add(runs) {
      if (runs.length === 0) return;
      // A job that was given up would stand in the way of its run's next one.
      const failed = await failedAmong(runs.map(({ runId }) => runId));
      await Promise.all(failed.map((id) => queue.remove(id)));
      await queue.addBulk(
        runs.map(({ runId, endedAt }) => ({
          name: "run",
          data: { endedAt },
          opts: { jobId: runId },
        })),
      );
    },
    async remove(runIds) {
      await Promise.all(runIds.map((id) => queue.remove(id)));
    },
    async counts() {
      const counts = await queue.getJobCounts(...Object.values(states).flat());
      const count = (state: JobState) =>
        states[state].reduce((sum, one) => sum + (counts[one] ?? 0), 0);
      return { waiting: count("waiting"), active: count("active"), failed: count("failed") };
    },
    async jobs(state, limit) {
      const ids = await queue.getRanges([...states[state]], 0, -1, state === "waiting");
      return jobsOf(ids.slice(0, limit), state);
    },
    async givenUp(runIds) {
      return jobsOf(await failedAmong(runIds), "failed");
    },
    async close() {
      await backend.close();
      await queue.close();
    },
  };
}

function queuedJobOf(job: RunJob, state: JobState): QueuedJob {
  const since = { waiting: job.timestamp, active: job.processedOn, failed: job.finishedOn }[state];
  return {
    runId: job.id ?? "",
    state,
    worker: job.processedBy ?? null,
    since: since ?? job.timestamp,
    attempt: job.attemptsStarted,
    reason: job.failedReason === undefined ? null : reasonOf(job.failedReason),
  };
}
