import { setTimeout as wait } from "node:timers/promises";
import type { RunQueue } from "#core/run-queue.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunStore } from "#core/run-store.ts";
import { giveUp } from "../worker/give-up.ts";
import { createIdleWarner } from "./idle-warner.ts";

const TEND_EVERY_MS = 1_000;

/** A list in the queue, and who is told of it. */
export interface TendedList {
  readonly queue: RunQueue;
  readonly store: RunStore;
  /** The runs that have not ended, as they were when they were enqueued. */
  readonly unfinished: () => readonly RunRecord[];
  /** Told, in a sentence, why nothing goes on. */
  readonly warn: (text: string) => void;
}

/**
 * Looks after the queue while a list is worked on: a run that was given up ends as failed, one that the
 * queue has lost is enqueued again, and it is said why nothing goes on.
 */
export async function tendQueue(
  { queue, store, unfinished, warn }: TendedList,
  signal: AbortSignal,
  everyMs = TEND_EVERY_MS,
): Promise<void> {
  const warnIfIdle = createIdleWarner(queue, warn);
  let missed: ReadonlySet<string> = new Set();
  for (;;) {
    await wait(everyMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const runs = unfinished();
    const states = await queue.states(runs.map(({ id }) => id));
    for (const { id, endedAt } of runs.filter((run) => states.get(run.id) === "failed")) {
      const reason = (await queue.read(id))?.reason ?? "no worker could finish it";
      await giveUp(store, { runId: id, endedAt }, reason);
    }
    const missing = runs.filter(({ id }) => !states.has(id));
    // One that has just ended is missing too, and by the next time is known to have ended.
    const before = missed;
    await enqueue(
      queue,
      missing.filter(({ id }) => before.has(id)),
    );
    missed = new Set(missing.map(({ id }) => id));
    await warnIfIdle(states);
  }
}

/** Puts runs into the queue, as they are now. */
export async function enqueue(queue: RunQueue, runs: readonly RunRecord[]): Promise<void> {
  await queue.add(runs.map(({ id, endedAt }) => ({ runId: id, endedAt })));
}
