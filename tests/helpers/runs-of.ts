import type { Clock } from "#core/ports.ts";
import { runForms } from "#core/run-forms/index.ts";
import type { RunStore } from "#core/run-store.ts";
import type { Database } from "#runtime/store/database.ts";
import { createFence } from "#runtime/store/fence.ts";
import { createResilience, type Resilience } from "#runtime/store/resilient.ts";
import { createRunStore } from "#runtime/store/run-store.ts";

/** The runs of a database, without the rest of a store. */
export function runsOf(database: Database, clock: Clock, resilience?: Resilience): RunStore {
  const { db, pool, place } = database;
  return createRunStore(runForms.analysis, {
    database,
    resilience: resilience ?? createResilience({ place, postgres: pool !== null }),
    fence: createFence(db),
    clock,
  });
}
