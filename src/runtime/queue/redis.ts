import bullmq from "bullmq";
import ioredis from "ioredis";
import { DeskError, messageOf } from "#core/errors.ts";
import type { QueueBackend } from "./backend.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const LONGEST_PAUSE_MS = 2_000;

/**
 * A queue in Redis. When the connection fails it is made again, for as long as it takes; what is asked
 * meanwhile waits.
 *
 * @throws DeskError `storage` when it cannot be reached
 */
export async function openRedisBackend(url: string): Promise<QueueBackend> {
  const redis = new ioredis.Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(100 * 2 ** times, LONGEST_PAUSE_MS),
  });
  // Without a listener a restart of the server would be printed.
  let trouble: unknown = null;
  redis.on("error", (error) => {
    trouble = error;
  });
  try {
    await redis.connect();
  } catch (cause) {
    redis.disconnect();
    throw new DeskError(
      "storage",
      `cannot open the queue: Redis at "${new URL(url).host}" says: ${messageOf(trouble ?? cause)}. Start it, or unset REDIS_URL to keep the queue in the database.`,
      { cause },
    );
  }
  return {
    factory: (name, options, more) =>
      bullmq.createRedisBackend(name, { ...options, connection: redis }, more),
    close: async () => redis.disconnect(),
  };
}
