import { existsSync } from "node:fs";
import type { Clock } from "#core/ports.ts";
import type { RunHistory } from "#core/run-history.ts";
import { databaseFile } from "#runtime/store/database-file.ts";
import type { Facets } from "#runtime/store/facet.ts";
import type { Config } from "../../config.ts";
import { openRunStore } from "../../open-run-store.ts";

/** Runs as they are looked at and tidied up, by nobody who makes any. */
export type KeptRuns = Facets<"read" | "runs" | "latestList" | "claim" | "remove"> & {
  readonly history: RunHistory;
};

const none = {
  read: async () => null,
  runs: async () => [],
  latestList: async () => null,
  claim: async () => null,
  remove: async () => {},
};

const noRuns: KeptRuns = {
  runs: none,
  contests: none,
  chains: none,
  history: { entries: async () => [], entry: async () => null },
};

/**
 * Does something with the kept runs. Where no database is, none is made.
 *
 * @throws DeskError `storage` when they cannot be read
 */
export async function withKeptRuns<Value>(
  config: Config,
  clock: Clock,
  work: (runs: KeptRuns) => Promise<Value>,
): Promise<Value> {
  if (config.databaseUrl === null && !existsSync(databaseFile(config.logsDir))) return work(noRuns);
  const store = await openRunStore(config, clock);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
