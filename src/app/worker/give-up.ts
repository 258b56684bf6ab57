import type { EnqueuedRun } from "#core/run-queue.ts";
import type { RunStore } from "#core/run-store.ts";
import { isWanted } from "./is-wanted.ts";

/** Ends a run as failed that nobody will take again. One that has its end keeps it. */
export async function giveUp(
  store: RunStore,
  enqueued: Pick<EnqueuedRun, "runId" | "endedAt">,
  reason: string,
): Promise<void> {
  const { runId } = enqueued;
  const run = await store.read(runId);
  if (run === null || !isWanted(run, enqueued)) return;
  const claim = await store.claim(runId, { force: true });
  await claim?.end({ state: "failed", error: reason });
}
