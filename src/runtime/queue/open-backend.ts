import type { QueueBackend } from "./backend.ts";

/** In Redis where it has an address, else in PostgreSQL. */
export interface QueuePlace {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
}

/**
 * Connects to where the queue is kept.
 *
 * @throws DeskError `storage` when it cannot be reached
 */
export async function openBackend({ databaseUrl, redisUrl }: QueuePlace): Promise<QueueBackend> {
  if (redisUrl !== null) return (await import("./redis.ts")).openRedisBackend(redisUrl);
  return (await import("./postgres.ts")).openPostgresBackend(databaseUrl);
}
