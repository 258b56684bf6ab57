import type { Clock } from "#core/ports.ts";
import type { RateLimit } from "./rates/rate-limit.ts";
import { untilAborted } from "./until-aborted.ts";

const DECREASE = 0.75;
/** How many rounds of `limit` successes earn one more. */
const ROUNDS_TO_INCREASE = 10;

export interface LimiterOptions {
  /** How many run at once at most, and at first. */
  readonly cap: number;
  /** Whether what a piece of work threw means that too many ran at once. */
  readonly isThrottled: (thrown: unknown) => boolean;
  /** For how long what a piece of work threw asks that nothing be begun, in ms; 0 where it does not. */
  readonly pauseOf: (thrown: unknown) => number;
  /** How many may be begun within a minute, whoever begins them; as many as come where it is left out. */
  readonly rate?: RateLimit | undefined;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly clock: Clock;
}

export interface Limiter {
  /** How many may run at once now. */
  readonly limit: number;
  /**
   * Runs work when its turn comes, in the order of asking, the rate allows it and no pause is asked for.
   *
   * @throws what the work throws; the signal's reason when it is aborted while waiting; what the rate
   *   limit throws
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/**
 * Finds out how many requests a host takes at once: one more after ten rounds without a refusal,
 * a quarter fewer on a refusal. Refusals of work that began before the last decrease do not count:
 * they tell of the limit that is no longer.
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const { cap, isThrottled, pauseOf, rate, wait, clock } = options;
  const queue: PromiseWithResolvers<void>[] = [];
  let limit = cap;
  let running = 0;
  let begun = 0;
  let begunAtDecrease = 0;
  let successes = 0;
  let notBefore = 0;

  function admit(): void {
    while (running < limit) {
      const next = queue.shift();
      if (next === undefined) return;
      running += 1;
      next.resolve();
    }
  }

  function leave(): void {
    running -= 1;
    admit();
  }

  async function enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const turn = Promise.withResolvers<void>();
    queue.push(turn);
    admit();
    try {
      await untilAborted(turn.promise, signal);
    } catch (reason) {
      const place = queue.indexOf(turn);
      if (place === -1) leave();
      else queue.splice(place, 1);
      throw reason;
    }
  }

  /** While one waits another may be told to wait longer. */
  async function pause(signal: AbortSignal): Promise<void> {
    let waitedFor = 0;
    while (notBefore > waitedFor && notBefore > clock.now()) {
      waitedFor = notBefore;
      await wait(notBefore - clock.now(), signal).catch((reason: unknown) => {
        signal.throwIfAborted();
        throw reason;
      });
    }
  }

  /** What the rate has allowed is not kept over a pause: after it, all that waits would begin at once. */
  async function allowed(signal: AbortSignal): Promise<void> {
    let known: number;
    do {
      await pause(signal);
      known = notBefore;
      await rate?.take(signal);
    } while (notBefore > known);
  }

  function succeeded(): void {
    successes += 1;
    if (limit === cap || successes < ROUNDS_TO_INCREASE * limit) return;
    limit += 1;
    successes = 0;
  }

  function throttled(beganAs: number): void {
    successes = 0;
    if (beganAs < begunAtDecrease) return;
    limit = Math.max(1, Math.floor(limit * DECREASE));
    begunAtDecrease = begun;
  }

  return {
    get limit() {
      return limit;
    },
    async run(work, signal) {
      await enter(signal);
      let beganAs = begun;
      try {
        await allowed(signal);
        beganAs = begun;
        begun += 1;
        const value = await work();
        succeeded();
        return value;
      } catch (thrown) {
        if (isThrottled(thrown)) throttled(beganAs);
        const ms = pauseOf(thrown);
        if (ms > 0) notBefore = Math.max(notBefore, clock.now() + ms);
        throw thrown;
      } finally {
        leave();
      }
    },
  };
}
