import type { Clock } from "#core/ports.ts";
import { openStore } from "#runtime/store/open-store.ts";
import type { Store } from "#runtime/store/store.ts";
import { type Config, secretsOf } from "./config.ts";

/**
 * Opens the store that the configuration names.
 *
 * @throws DeskError `storage` when it cannot be opened
 */
export async function openRunStore(config: Config, clock: Clock): Promise<Store> {
  const { databaseUrl: url, redisUrl, logsDir: folder } = config;
  return openStore({ url, redisUrl, folder, clock, secrets: secretsOf(config) });
}
