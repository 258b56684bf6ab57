import type { EnqueuedRun } from "#core/run-queue.ts";
import type { RunRecord } from "#core/run-record.ts";

/**
 * Whether a run that was enqueued is still to be done: it has not ended, or only as it had ended when
 * somebody asked for it again.
 */
export function isWanted(
  { state, endedAt }: Pick<RunRecord, "state" | "endedAt">,
  enqueued: Pick<EnqueuedRun, "endedAt">,
): boolean {
  if (state === "waiting" || state === "running") return true;
  return state !== "done" && endedAt === enqueued.endedAt;
}
