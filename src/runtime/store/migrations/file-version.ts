import type { DatabaseSync } from "node:sqlite";
import { type Kysely, sql } from "kysely";
import { DeskError } from "#core/errors.ts";
import type { Tables } from "../tables.ts";

/** In a file's header: that it is this program's. "TrGr" in ASCII. */
const APPLICATION_ID = 0x54724772;

/** How many migrations there are. */
const NEWEST = 2;

const HEADER = `select application_id as application, user_version as version,
  (select count(*) from sqlite_master) as things from pragma_application_id, pragma_user_version`;

/**
 * Holds that a file is new or this program's, before anything in it is changed.
 *
 * @throws DeskError `storage` when it is another program's, or a newer version has made it
 */
export function refuseForeignFile(database: DatabaseSync, path: string): void {
  const header = database.prepare(HEADER).get();
  const foreign = header?.application !== APPLICATION_ID && header?.things !== 0;
  if (!foreign && Number(header?.version) <= NEWEST) return;
  const whose = foreign ? "another program" : "a newer version of this program";
  throw new DeskError(
    "storage",
    `cannot open the record of runs: ${JSON.stringify(path)} was made by ${whose}. Move the file away, and a new one is made, or name another folder by LOGS_DIR.`,
    { facts: { place: path } },
  );
}

/** Whether a file says itself that it needs no migration: asking more would cost a start its time. */
export async function isNewest(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  return rows[0]?.user_version === NEWEST;
}

/** Has a file say so, in the transaction of its migrations. */
export async function markNewest(db: Kysely<Tables>): Promise<void> {
  await sql.raw(`PRAGMA application_id = ${APPLICATION_ID}`).execute(db);
  await sql.raw(`PRAGMA user_version = ${NEWEST}`).execute(db);
}
