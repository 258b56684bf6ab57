import type { Redis } from "ioredis";
import type { Pool } from "pg";
import { countIn, inPostgres, inProcess, inRedis, type OpenCounter } from "./counters.ts";
import { createRateLimit, type RateLimit, type RateLimitOptions } from "./rate-limit.ts";
import { windowOf } from "./window.ts";

/** The rate limits of all who count in one place. */
export interface Rates {
  /**
   * The limit by a name and a rate: one for all who ask by the same two.
   *
   * @param perMinute requests within any minute, but for one window's; a whole number, 1 or more
   */
  limit(name: string, perMinute: number): RateLimit;
  /** Lets go of what was opened for it, and not of the pool. */
  close(): Promise<void>;
}

/** Where requests are counted: in PostgreSQL or in Redis, across machines, or else in this process. */
export interface RatesOptions {
  readonly pool?: Pool | null;
  /** Before the pool, where both are given. */
  readonly redisUrl?: string | null;
  readonly wait?: RateLimitOptions["wait"];
}

const ANSWER_TIMEOUT_MS = 5_000;
/** Of a window's length, between those who wait for the next one. */
const SPREAD = 0.1;

/** Makes rate limits. Asks and loads nothing before a limit is asked. */
export function createRates({ pool = null, redisUrl = null, wait }: RatesOptions = {}): Rates {
  let connection: Promise<Redis> | null = null;
  const redis = (url: string) => {
    connection ??= connect(url);
    return connection;
  };
  const here = redisUrl === null && pool === null;
  const open = redisUrl === null ? inProcessOr(pool) : inRedis(() => redis(redisUrl));
  const limits = new Map<string, RateLimit>();

  return {
    limit(name, perMinute) {
      const key = `${name}/${perMinute}`;
      const known = limits.get(key);
      if (known !== undefined) return known;
      const window = windowOf(perMinute);
      const spread = here ? 0 : window.seconds * 1_000 * SPREAD;
      const count = countIn(open, key, window, spread);
      const limit = createRateLimit({ count, name, ...(wait !== undefined && { wait }) });
      limits.set(key, limit);
      return limit;
    },
    async close() {
      (await connection)?.disconnect();
    },
  };
}

function inProcessOr(pool: Pool | null): OpenCounter {
  return pool === null ? inProcess : inPostgres(pool);
}

async function connect(url: string): Promise<Redis> {
  const { Redis } = (await import("ioredis")).default;
  const redis = new Redis(url, {
    connectTimeout: ANSWER_TIMEOUT_MS,
    commandTimeout: ANSWER_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
  });
  // Whoever asks is told by the answer; without a listener it would be printed.
  redis.on("error", () => {});
  return redis;
}
