import { setTimeout as wait } from "node:timers/promises";
import type { QueueWork, QueueWorker, Refusal } from "#core/run-queue.ts";
import { createBackOff } from "./back-off.ts";
import { enqueuedRunOf, type JobData, jobOptions, QUEUE, type RunJob, reasonOf } from "./job.ts";
import { openBackend, type QueuePlace } from "./open-backend.ts";

/** How long a run is its worker's without a sign of life, and how often it is looked for dead ones. */
const LEASE_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/** How often a run may be lost to a worker's death before it is given up. */
const MOST_LOSSES = 3;

/** How long nobody asks, if nothing tells that there is work, in seconds. */
const IDLE_SECONDS = 1;
const PAUSE_AFTER_TROUBLE_MS = 500;

/** Why a run is let go of. */
const LOST = "its time ran out without a sign of life, and another worker has it";
const STOPPING = "this worker stops";

/** So often at most it is refused by those who had begun it: as often as it may fail. */
const MOST_REFUSALS = jobOptions.attempts;

/** How long the runs in hand may take to be given back. */
const GIVE_BACK_MS = 3_000;

/**
 * Takes runs out of the queue and works on them until it is stopped. When a worker dies, its runs are
 * taken by others within seconds; a run that was lost is let go of by its signal. A run that is refused is
 * left to others, and nothing counts it where it was not begun.
 *
 * @throws DeskError `storage` when the queue cannot be reached to begin with
 */
export async function startQueueWorker(place: QueuePlace, work: QueueWork): Promise<QueueWorker> {
  const backend = await openBackend(place);
  const { default: bullmq } = await import("bullmq");
  const { isOfLostJob } = await import("./lost-job.ts");
  const { Worker } = bullmq.withBackend(backend.factory);
  const backOff = createBackOff();
  let stopping = false;
  let resting: NodeJS.Timeout | null = null;

  // BullMQ gives a signal to a function of three parameters, and one with a default does not count.
  const take = async (job: RunJob, token?: string, signal?: AbortSignal) => {
    if (stopping) return giveBack(job, token);
    try {
      const run = enqueuedRunOf(job);
      const held = signal ?? new AbortController().signal;
      const refusal = await work.perform({ ...run, signal: held });
      if (refusal !== null) return await refuse(job, refusal, token);
      backOff.useful();
    } catch (thrown) {
      if (stopping && !(thrown instanceof bullmq.WaitingError)) return giveBack(job, token);
      throw thrown;
    }
  };

  const giveBack = async (job: RunJob, token?: string) => {
    await job.moveToWait(token);
    await goFirst(job.id ?? "");
    throw new bullmq.WaitingError();
  };

  const refuse = async (job: RunJob, refusal: Refusal, token?: string) => {
    const refusals = (job.data.refusals ?? 0) + (refusal.begun ? 1 : 0);
    if (refusals === MOST_REFUSALS) throw new bullmq.UnrecoverableError(refusal.reason);
    if (refusal.begun || refusal.reason !== job.data.refusal) {
      await job.updateData({ ...job.data, refusal: refusal.reason, refusals });
    }
    // Behind all others.
    await job.moveToWait(token);
    if (resting === null) await rest(backOff.refused(job.id ?? "", refusal));
    throw new bullmq.WaitingError();
  };

  const rest = async (ms: number) => {
    if (ms === 0 || stopping) return;
    resting = setTimeout(() => {
      resting = null;
      worker.resume();
    }, ms);
    await worker.pause(true);
  };

  const worker = new Worker<JobData, void>(QUEUE, take, {
    connection: {},
    name: work.worker,
    concurrency: work.atOnce,
    lockDuration: LEASE_MS,
    lockRenewTime: LEASE_MS / 2.5,
    stalledInterval: LOOK_EVERY_MS,
    maxStalledCount: MOST_LOSSES,
    drainDelay: IDLE_SECONDS,
    runRetryDelay: PAUSE_AFTER_TROUBLE_MS,
    removeOnComplete: { count: 0 },
    removeOnFail: jobOptions.removeOnFail,
  });
  /** What has begun goes on before anything else begins; somebody may be at work on it already. */
  const goFirst = (runId: string) =>
    worker
      .getBackend()
      .changePriority(runId, 0, true)
      .catch(() => {});
  worker.on("stalled", goFirst);
  worker.on("lockRenewalFailed", (runIds) => {
    for (const runId of runIds) {
      worker.cancelJob(runId, LOST);
    }
  });
  worker.on("failed", (job, error) => {
    // One that is to be tried again has not finished.
    if (job?.finishedOn !== undefined) work.onGivenUp(enqueuedRunOf(job), reasonOf(error.message));
  });
  worker.on("error", (trouble) => {
    if (!stopping && !isOfLostJob(trouble)) work.onTrouble(trouble);
  });

  return {
    async stop() {
      stopping = true;
      if (resting !== null) clearTimeout(resting);
      const closed = worker.close();
      worker.cancelAllJobs(STOPPING);
      await Promise.race([closed, wait(GIVE_BACK_MS, undefined, { ref: false })]);
      await Promise.all([closed, backend.close()]);
    },
  };
}
