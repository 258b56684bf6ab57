import { setTimeout as wait } from "node:timers/promises";
import { DeskError } from "#core/errors.ts";
import type { KeptRun, RunRecord } from "#core/run-record.ts";
import { isUnfinished } from "#core/run-state.ts";
import type { RunClaim, RunStore } from "#core/run-store.ts";

const LOOK_AGAIN_MS = 500;

/** The right to work on a run, or what it has come to at somebody else's hands. */
export type TakenUp =
  | { readonly claim: RunClaim; readonly ended: null }
  | { readonly claim: null; readonly ended: KeptRun };

/**
 * Takes a run up as soon as nobody else holds it. Who was killed holds it a few seconds longer.
 *
 * @throws the signal's reason when it is aborted first; DeskError `storage` when the run was removed
 */
export async function takeUp(
  { id, configuration }: RunRecord,
  store: RunStore,
  signal: AbortSignal,
): Promise<TakenUp> {
  for (;;) {
    const claim = await store.claim(id);
    if (claim !== null) return { claim, ended: null };
    const ended = await store.read(id);
    if (ended === null) {
      throw new DeskError(
        "storage",
        `run ${id} of ${configuration.symbol} was removed while its list was worked on. Start a new list without --resume.`,
      );
    }
    if (!isUnfinished(ended)) return { claim: null, ended };
    await wait(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  }
}
