import { DeskError } from "#core/errors.ts";
import type { QueuePlace } from "#runtime/queue/open-backend.ts";
import type { Config } from "./config.ts";

/**
 * Where runs wait for workers.
 *
 * @param what what needs it, for people: `worker`
 * @throws DeskError `usage` where no database is named that machines share
 */
export function queuePlaceOf({ databaseUrl, redisUrl }: Config, what: string): QueuePlace {
  if (databaseUrl !== null) return { databaseUrl, redisUrl };
  throw new DeskError(
    "usage",
    `${what} needs a PostgreSQL database that all machines reach: set DATABASE_URL, for example postgres://user@host/trading_graph. On one machine trading-graph watch needs none.`,
  );
}

/**
 * Holds that runs can be put into the queue, before anything is recorded that would wait there.
 *
 * @param what what needs it, for people
 * @throws DeskError `storage` when the queue cannot be reached, `usage` where none is named
 */
export async function requireQueue(config: Config, what: string): Promise<void> {
  const place = queuePlaceOf(config, what);
  const { openBackend } = await import("#runtime/queue/open-backend.ts");
  const backend = await openBackend(place);
  await backend.close();
}
