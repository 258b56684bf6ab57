import { messageOf } from "#core/errors.ts";
import { differencesBetween } from "#core/run-configuration.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { keptRun } from "../kept-run.ts";
import { requireSame } from "../require-same.ts";
import { surroundingsOf } from "../run-configuration.ts";
import { notNow, notThere } from "./refusals.ts";
import type { WorkRoom } from "./work-room.ts";

/**
 * A run that is to be worked on once more.
 *
 * @throws HTTPException 404 where it is not there
 */
export async function runOnceMore(
  runId: string,
  { store }: Pick<WorkRoom, "store">,
): Promise<AnyKeptRun> {
  const entry = await store.history.entry(runId);
  const run = entry === null ? null : await keptRun(store, entry);
  if (run === null) throw notThere("run", runId);
  return run;
}

/**
 * Holds that a run is worked on once more in surroundings as it had.
 *
 * @param wayOut what to do where they are others, as a sentence
 * @throws HTTPException 409 where this process is set otherwise than it was
 */
export function requireSurroundings(
  { id, configuration }: AnyKeptRun,
  { config }: Pick<WorkRoom, "config">,
  wayOut: string,
): void {
  try {
    requireSame(`run ${id}`, differencesBetween(configuration, surroundingsOf(config)), wayOut);
  } catch (thrown) {
    throw notNow(messageOf(thrown));
  }
}
