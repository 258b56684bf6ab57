import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import type { Tables } from "../tables.ts";
import { isNewest, markNewest } from "./file-version.ts";

/**
 * Brings the tables up to date, once, whoever comes first: others wait for it.
 *
 * @throws what the database throws; DeskError `storage` when a newer version has made the tables
 */
export async function migrate(db: Kysely<Tables>, pool: Pool | null, place: string): Promise<void> {
  if (pool === null) await migrateFile(db);
  else await migrateServer(db, pool, place);
}

async function migrateFile(db: Kysely<Tables>): Promise<void> {
  if (await isNewest(db)) return;
  const { runMigrations } = await import("./run-migrations.ts");
  await db.connection().execute(async (connection) => {
    // A transaction that reads before it writes could not wait for another's write.
    await sql`begin immediate`.execute(connection);
    try {
      if (!(await isNewest(connection))) {
        await runMigrations(connection, null);
        await markNewest(connection);
      }
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

async function migrateServer(db: Kysely<Tables>, pool: Pool, place: string): Promise<void> {
  const { isMigrated, runMigrations } = await import("./run-migrations.ts");
  if (await isMigrated(db, place)) return;
  await db.connection().execute(async (connection) => {
    // The connection's own lock: it is free again when the connection ends, however it does.
    await sql`select pg_advisory_lock(hashtext('trading-graph migrations'))`.execute(connection);
    try {
      await runMigrations(connection, pool);
    } finally {
      await sql`select pg_advisory_unlock(hashtext('trading-graph migrations'))`.execute(
        connection,
      );
    }
  });
}
