import { Redis } from "ioredis";
import { describe } from "vitest";

/** A Redis to test with. */
export const redisUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";
const PROBE_MS = 1_000;

/** The database that tests have for themselves, and empty. */
const NUMBER = 15;

const redisAnswers = await answers();

const { host } = new URL(redisUrl);
const why = redisAnswers ? "" : ` (no Redis answers at ${host}: set TEST_REDIS_URL)`;

/** A suite that needs Redis: skipped, and says why, where none answers. */
export function describeRedis(title: string, suite: () => void): void {
  describe.skipIf(!redisAnswers)(`${title}${why}`, suite);
}

/** The address of an empty database. */
export async function freshRedis(): Promise<string> {
  const url = new URL(redisUrl);
  url.pathname = `/${NUMBER}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  redis.disconnect();
  return url.href;
}

async function answers(): Promise<boolean> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: PROBE_MS,
    retryStrategy: () => null,
  });
  redis.on("error", () => {});
  try {
    await redis.connect();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
