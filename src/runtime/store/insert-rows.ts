import type { Kysely } from "kysely";
import type { RecordRow } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** Bound values of one statement, at most: SQLite's limit, and half of PostgreSQL's. */
const MOST_VALUES = 32_766;

/**
 * Inserts rows, all or none, in as few statements as there can be.
 *
 * @param again whether rows that are there already are this call's own, and stay
 */
export async function insertRows(
  db: Kysely<Tables>,
  rows: readonly RecordRow[],
  again: boolean,
): Promise<void> {
  const batches = batchesOf(rows);
  if (batches.length === 1) return insertBatch(db, rows, again);
  await db.transaction().execute(async (transaction) => {
    for (const batch of batches) await insertBatch(transaction, batch, again);
  });
}

async function insertBatch(
  db: Kysely<Tables>,
  rows: readonly RecordRow[],
  again: boolean,
): Promise<void> {
  await db
    .insertInto("records")
    .values(rows)
    .$if(again, (insert) =>
      insert.onConflict((same) => same.columns(["run_id", "name"]).doNothing()),
    )
    .execute();
}

function batchesOf(rows: readonly RecordRow[]): RecordRow[][] {
  const batches: RecordRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const values = Object.keys(row).length;
    if (values > room) {
      batches.push([]);
      room = MOST_VALUES;
    }
    batches.at(-1)?.push(row);
    room -= values;
  }
  return batches;
}
