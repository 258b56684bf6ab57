import { codeOf } from "#core/errors.ts";
import type { Clock } from "#core/ports.ts";
import type { QueueWorker } from "#core/run-queue.ts";
import type { QueuePlace } from "#runtime/queue/open-backend.ts";
import { startQueueWorker } from "#runtime/queue/worker.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config } from "../config.ts";
import { giveUp } from "./give-up.ts";
import { performTaken, type TakenRunViewer } from "./perform-taken.ts";
import { createSharedDesks } from "./shared-desks.ts";

export interface WorkerOptions {
  readonly place: QueuePlace;
  /** As `queue` shows it. */
  readonly name: string;
  /** Runs at once, at most. */
  readonly atOnce: number;
}

/** Told what a worker does. */
export interface WorkerViewer extends TakenRunViewer {
  /** This worker has let go of a run that has not ended. */
  left(runId: string, reason: unknown): void;
  /** Its settings or its storage stand in the way of runs: told once of each reason. */
  refused(reason: string): void;
  /** The queue does not answer as it should; the work goes on. */
  trouble(reason: unknown): void;
}

/**
 * Takes runs out of the queue and works on them, until it is stopped. A run that four takings have not
 * brought to its end ends as failed, with the last reason. One that this worker cannot begin, for its own
 * settings, is left to others as often as it takes.
 *
 * @throws DeskError `storage` when the queue cannot be reached to begin with
 */
export async function startWorker(
  { place, name, atOnce }: WorkerOptions,
  {
    store,
    config,
    clock,
  }: { readonly store: Store; readonly config: Config; readonly clock: Clock },
  viewer: WorkerViewer,
): Promise<QueueWorker> {
  const desks = createSharedDesks(config, clock, store);
  const refusals = new Set<string>();
  const taking = await startQueueWorker(place, {
    worker: name,
    atOnce,
    async perform(run) {
      try {
        const refusal = await performTaken(run, { store, desks, config }, viewer);
        if (refusal !== null && !refusals.has(refusal.reason)) {
          refusals.add(refusal.reason);
          viewer.refused(refusal.reason);
        }
        return refusal;
      } catch (reason) {
        viewer.left(run.runId, reason);
        // Whoever has it now sees to its end.
        if (codeOf(reason, "model") !== "taken_over") throw reason;
        return null;
      }
    },
    onGivenUp(run, reason) {
      giveUp(store.runs, run, reason).catch((thrown) => viewer.trouble(thrown));
    },
    onTrouble: (reason) => viewer.trouble(reason),
  });
  return {
    async stop() {
      await taking.stop();
      await desks.close();
    },
  };
}
