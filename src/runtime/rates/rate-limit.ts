import { setTimeout as delay } from "node:timers/promises";
import { DeskError, messageOf } from "#core/errors.ts";
import { untilAborted } from "../until-aborted.ts";

/** How many requests may be made within a time, by all who ask the same limit. */
export interface RateLimit {
  /**
   * Waits until one more request is allowed, in the order of asking.
   *
   * @throws the signal's reason when it is aborted; DeskError `storage` when the requests have not been
   *   counted for a while, so that it is not known whether one is allowed
   */
  take(signal?: AbortSignal): Promise<void>;
}

/** Counts one more request, if it is allowed; else gives the ms after which one may be. 0 is allowed. */
export type Count = () => Promise<number>;

export interface RateLimitOptions {
  readonly count: Count;
  /** Whose requests are counted. */
  readonly name: string;
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

const PAUSE_MS = 500;
/** Half a minute, as long as the records of a run wait for their database. */
const MOST_FAILURES = 60;

/**
 * A limit whose count may be kept elsewhere. One request at a time asks it, the longest waiting first. A
 * count that fails is asked again: nobody is let through uncounted.
 */
export function createRateLimit({
  count,
  name,
  wait = (ms, signal) => delay(ms, undefined, { signal }),
}: RateLimitOptions): RateLimit {
  let last: Promise<unknown> = Promise.resolve();

  async function allowed(signal: AbortSignal | undefined): Promise<void> {
    for (let failures = 0; ; ) {
      signal?.throwIfAborted();
      let ms = PAUSE_MS;
      try {
        ms = await count();
        failures = 0;
      } catch (cause) {
        failures += 1;
        if (failures > MOST_FAILURES) throw uncounted(name, cause);
      }
      if (ms <= 0) return;
      // An abort is seen at the loop's top, with the reason that it was given.
      await wait(ms, signal).catch(() => {});
    }
  }

  return {
    take(signal) {
      const turn = last.then(() => allowed(signal));
      last = turn.catch(() => {});
      return untilAborted(turn, signal);
    },
  };
}

function uncounted(name: string, cause: unknown): DeskError {
  return new DeskError(
    "storage",
    `the requests to ${name} cannot be counted: ${messageOf(cause)}. Start the database (DATABASE_URL) or Redis (REDIS_URL) that counts them, or ask without a limit a minute.`,
    { cause, facts: { name } },
  );
}
