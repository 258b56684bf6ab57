/** A wait longer than this is not taken: the person who asked should hear of it instead. */
export const LONGEST_WAIT_MS = 60_000;

const BASE_DELAYS_MS = [500, 1_000, 2_000] as const;

/** What an attempt threw, as far as it matters for a further one. */
interface Failed {
  readonly retried: boolean;
  readonly retryAfterMs: number | null;
}

/**
 * How long to wait before a further attempt: a random part of half a second, one and two, and what
 * Retry-After asks for before that, so that calls refused together do not come back together.
 *
 * @param attempts how many have been made, from 1
 * @param random in [0, 1)
 * @returns milliseconds; null when there is to be no further attempt
 */
export function waitBefore(attempts: number, failed: Failed, random: number): number | null {
  const base = BASE_DELAYS_MS[attempts - 1];
  const asked = failed.retryAfterMs ?? 0;
  if (!failed.retried || base === undefined || asked > LONGEST_WAIT_MS) return null;
  return Math.ceil(asked + random * base);
}

export interface RetryOptions<F extends Failed> {
  /** Whether a thrown thing is a failure; everything else ends the call as it is. */
  readonly isFailure: (thrown: unknown) => thrown is F;
  /** The error that the last failure becomes. */
  readonly gaveUp: (failure: F, attempts: number) => Error;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Makes up to four attempts: the one place where a call to a model is repeated.
 *
 * @throws what `gaveUp` makes of the last failure; the signal's reason when it is aborted
 */
export async function withRetries<T, F extends Failed>(
  attempt: () => Promise<T>,
  { isFailure, gaveUp, wait, random, signal }: RetryOptions<F>,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (thrown) {
      signal.throwIfAborted();
      if (!isFailure(thrown)) throw thrown;
      const ms = waitBefore(attempts, thrown, random());
      if (ms === null) throw gaveUp(thrown, attempts);
      await wait(ms, signal).catch((reason: unknown) => {
        signal.throwIfAborted();
        throw reason;
      });
    }
  }
}
