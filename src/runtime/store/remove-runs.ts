import type { Kysely } from "kysely";
import type { RunKind } from "#core/run-kind.ts";
import { RUN } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** Ids of one statement, at most. */
const BATCH = 1_000;

/**
 * Removes all that is kept of runs but the decisions that they came to: all of it, or nothing. A run of
 * another kind stays.
 */
export async function removeRuns(
  db: Kysely<Tables>,
  kind: RunKind,
  runIds: readonly string[],
): Promise<void> {
  if (runIds.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    for (let from = 0; from < runIds.length; from += BATCH) {
      const found = await transaction
        .selectFrom("records")
        .select("run_id")
        .where("run_id", "in", runIds.slice(from, from + BATCH))
        .where("name", "=", RUN)
        .where("kind", "=", kind)
        .execute();
      const ids = found.map(({ run_id }) => run_id);
      if (ids.length === 0) continue;
      await transaction.deleteFrom("records").where("run_id", "in", ids).execute();
      await transaction.deleteFrom("budgets").where("id", "in", ids).execute();
      for (const table of ["checkpoints", "checkpoint_blobs", "checkpoint_writes"] as const) {
        await transaction.deleteFrom(table).where("thread_id", "in", ids).execute();
      }
    }
  });
}
