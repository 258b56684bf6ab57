import { setTimeout as wait } from "node:timers/promises";
import type { RunQueue } from "#core/run-queue.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunStore } from "#core/run-store.ts";
import { giveUp } from "../worker/give-up.ts";

const TEND_EVERY_MS = 1_000;

/** So many times in a row nobody was at work before it is said. */
const IDLE_TIMES = 3;

const NOBODY_WORKS =
  "Nobody takes the runs: start workers with the same DATABASE_URL by trading-graph worker, on any machine. Waiting.";

/**
 * Looks after the queue while a list is worked on: a run that was given up ends as failed, one that the
 * queue has lost is enqueued again, and it is said once when no worker is there.
 *
 * @param unfinished the runs that have not ended, as they were when they were enqueued
 */
export async function tendQueue(
  queue: RunQueue,
  store: RunStore,
  unfinished: () => readonly RunRecord[],
  warn: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let idle = 0;
  for (;;) {
    await wait(TEND_EVERY_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const { waiting, active } = await queue.counts();
    const runs = new Map(unfinished().map((run) => [run.id, run]));
    // Asked after the counts: what is in neither place is lost.
    for (const { runId, reason } of await queue.givenUp([...runs.keys()])) {
      const endedAt = runs.get(runId)?.endedAt ?? null;
      await giveUp(store, { runId, endedAt }, reason ?? "no worker could finish it");
      runs.delete(runId);
    }
    if (waiting === 0 && active === 0) await enqueue(queue, [...runs.values()]);
    idle = waiting > 0 && active === 0 ? idle + 1 : 0;
    if (idle === IDLE_TIMES) warn(NOBODY_WORKS);
  }
}

/** Puts runs into the queue, as they are now. */
export async function enqueue(queue: RunQueue, runs: readonly RunRecord[]): Promise<void> {
  await queue.add(runs.map(({ id, endedAt }) => ({ runId: id, endedAt })));
}
