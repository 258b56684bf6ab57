import { type JobState, jobStates, type RunQueue } from "#core/run-queue.ts";
import { type JobData, jobOptions, QUEUE } from "./job.ts";
import { openBackend, type QueuePlace } from "./open-backend.ts";
import { queuedJobOf } from "./queued-job.ts";

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
  const idsIn = (state: JobState, asc = true) => queue.getRanges([...states[state]], 0, -1, asc);
  return {
    async add(runs) {
      if (runs.length === 0) return;
      // A job that was given up would stand in the way of its run's next one.
      const added = new Set(runs.map(({ runId }) => runId));
      const failed = (await idsIn("failed")).filter((id) => added.has(id));
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
      const ids = (await idsIn(state, state === "waiting")).slice(0, limit);
      const jobs = await Promise.all(ids.map((id) => queue.getJob(id)));
      return jobs.flatMap((job) => (job === undefined ? [] : [queuedJobOf(job, state)]));
    },
    async states(runIds) {
      const asked = new Set(runIds);
      const found = new Map<string, JobState>();
      // As a job comes along: one that moves on meanwhile is found.
      for (const state of ["waiting", "active", "failed"] as const) {
        for (const id of await idsIn(state)) if (asked.has(id)) found.set(id, state);
      }
      return found;
    },
    async read(runId) {
      const [job, now] = await Promise.all([queue.getJob(runId), queue.getJobState(runId)]);
      const state = jobStates.find((one) => states[one].some((name) => name === now));
      return job === undefined || state === undefined ? null : queuedJobOf(job, state);
    },
    async close() {
      await backend.close();
      await queue.close();
    },
  };
}
