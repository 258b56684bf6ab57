import type { Redis } from "ioredis";
import type { Pool } from "pg";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import type { Count } from "./rate-limit.ts";
import type { Window } from "./window.ts";

/** What keeps the counts of one window's length. */
export type OpenCounter = (window: Window) => Promise<RateLimiterAbstract>;

const TABLE = "rates";
const PREFIX = "trading-graph:rate";

/** Counts in this process. */
export const inProcess: OpenCounter = async ({ requests, seconds }) => {
  const { RateLimiterMemory } = await library();
  return new RateLimiterMemory({ points: requests, duration: seconds });
};

/** Counts in a table of PostgreSQL, by the clocks of the machines that ask, which are to agree. */
export function inPostgres(pool: Pool): OpenCounter {
  return async ({ requests, seconds }) => {
    const { RateLimiterPostgres } = await library();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const limiter = new RateLimiterPostgres(
      {
        storeClient: pool,
        storeType: "pool",
        tableName: TABLE,
        keyPrefix: PREFIX,
        points: requests,
        duration: seconds,
        // There are as many rows as limits, which are few.
        clearExpiredByTimeout: false,
      },
      (error) => (error === undefined ? resolve() : reject(error)),
    );
    await promise;
    return limiter;
  };
}

/** Counts in Redis, by its own clock. */
export function inRedis(redis: () => Promise<Redis>): OpenCounter {
  return async ({ requests, seconds }) => {
    const { RateLimiterRedis } = await library();
    return new RateLimiterRedis({
      storeClient: await redis(),
      keyPrefix: PREFIX,
      points: requests,
      duration: seconds,
    });
  };
}

/**
 * Counts requests under a key within a window. What opens the counter is tried at the first request, and
 * again after it has failed.
 *
 * @param spread in ms, up to which who is refused waits longer at random: else whoever is nearest to the
 *   store would always come first
 */
export function countIn(open: OpenCounter, key: string, window: Window, spread: number): Count {
  let opened: Promise<RateLimiterAbstract> | null = null;
  return async () => {
    opened ??= open(window);
    const limiter = await opened.catch((thrown: unknown) => {
      opened = null;
      throw thrown;
    });
    const { RateLimiterRes } = await library();
    try {
      await limiter.consume(key);
      return 0;
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      return Math.max(1, thrown.msBeforeNext + Math.random() * spread);
    }
  };
}

/** Loaded where there is a limit; by its default export, a bundle has no other. */
async function library() {
  return (await import("rate-limiter-flexible")).default;
}
