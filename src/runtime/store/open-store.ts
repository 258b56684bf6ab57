import type { Clock } from "#core/ports.ts";
import { runForms } from "#core/run-forms/index.ts";
import { createRates } from "../rates/rates.ts";
import { createCheckpoints } from "./checkpoints.ts";
import { type DatabaseOptions, openDatabase } from "./database.ts";
import { createDecisionTable } from "./decisions.ts";
import { createFence } from "./fence.ts";
import { createRunHistory } from "./history.ts";
import { createResilience } from "./resilient.ts";
import { createRunStore } from "./run-store.ts";
import type { Store } from "./store.ts";
import { createStoredBudget } from "./stored-budget.ts";

export interface StoreOptions extends DatabaseOptions {
  readonly clock: Clock;
  /** What must not be stored. */
  readonly secrets: readonly string[];
  /** A `redis://` address to count requests by; null is the database, or this process over a file. */
  readonly redisUrl?: string | null;
}

/**
 * Opens the store: a file in the folder, or PostgreSQL where an address is given. What waits for a
 * database that is gone is given up when the store is closed.
 *
 * @throws DeskError `storage` when it cannot be opened
 */
export async function openStore({
  clock,
  secrets,
  redisUrl = null,
  ...where
}: StoreOptions): Promise<Store> {
  const database = await openDatabase(where);
  const closing = new AbortController();
  const resilience = createResilience({
    place: database.place,
    postgres: database.pool !== null,
    signal: closing.signal,
  });
  const rates = createRates({ pool: database.pool, redisUrl });
  const fence = createFence(database.db);
  const recording = { database, resilience, fence, clock };
  return {
    runs: createRunStore(runForms.analysis, recording),
    contests: createRunStore(runForms.contest, recording),
    chains: createRunStore(runForms.chain, recording),
    history: createRunHistory(recording),
    decisions: createDecisionTable({ database, resilience }),
    checkpoints: createCheckpoints({ database, guard: fence, resilience, secrets }),
    budget: (id, limits) => createStoredBudget({ database, resilience, id, limits }),
    rates,
    async close() {
      closing.abort();
      await rates.close();
      await database.close();
    },
  };
}
