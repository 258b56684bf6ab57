import { setTimeout as delay } from "node:timers/promises";
import { DeskError } from "#core/errors.ts";
import type { Clock } from "#core/ports.ts";
import { systemClock } from "../clock.ts";
import { isBusy } from "./busy-file.ts";
import { isConnectionFailure } from "./connection-failure.ts";
import { type DatabaseKind, databaseError } from "./database-error.ts";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const PATIENCE_MS = 30_000;

/**
 * Does work on the database. Where only the connection to PostgreSQL has failed, or another writes to the
 * file, the work is done again for a while; it must bear to be done twice, for what has come of a try
 * whose connection failed is not known.
 *
 * @param what what cannot be done when it fails, as a verb and its object: "read run X"
 * @param work told whether an earlier try may have done it already
 * @throws DeskError `storage` for whatever the database threw; a DeskError of the work itself as it is
 */
export type Resilience = <T>(what: string, work: (again: boolean) => Promise<T>) => Promise<T>;

export interface ResilienceOptions extends DatabaseKind {
  /** How long it is asked again, in ms. */
  readonly patienceMs?: number;
  /** Ends the waiting when it is aborted: the last failure is thrown at once. */
  readonly signal?: AbortSignal;
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  readonly clock?: Clock;
}

/** The one place in which a failing database is asked again, and its errors are made readable. */
export function createResilience({
  patienceMs = PATIENCE_MS,
  signal,
  wait = (ms, until) => delay(ms, undefined, { signal: until }),
  clock = systemClock,
  ...database
}: ResilienceOptions): Resilience {
  return async (what, work) => {
    const deadline = clock.now() + patienceMs;
    let unknown = false;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await work(unknown);
      } catch (thrown) {
        if (thrown instanceof DeskError) throw thrown;
        const broken = database.postgres && isConnectionFailure(thrown);
        const inTime = clock.now() + pause <= deadline && !signal?.aborted;
        if (!(broken || isBusy(thrown)) || !inTime) throw databaseError(what, database, thrown);
        unknown ||= broken;
        await wait(pause, signal).catch(() => {});
      }
    }
  };
}
