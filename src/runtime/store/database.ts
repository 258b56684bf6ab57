import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import type { Pool } from "pg";
import { databaseFile } from "./database-file.ts";
import { migrate } from "./migrations/migrate.ts";
import { openNodeSqlite } from "./node-sqlite.ts";
import { createResilience } from "./resilient.ts";
import type { Tables } from "./tables.ts";

/** The one database that all is kept in, migrated. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** PostgreSQL's connections; null where the database is a file. */
  readonly pool: Pool | null;
  /** Its file, or its host without user and password. */
  readonly place: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A `postgres://` address; null is a file in the folder. */
  readonly url: string | null;
  readonly folder: string;
  /** Told of every statement as it is run. */
  readonly onStatement?: (sql: string) => void;
}

/** At a start somebody waits: a server that is not there is an error soon, and one that starts is met. */
const START_PATIENCE_MS = 2_000;

/**
 * Opens the database, and brings its tables up to date.
 *
 * @throws DeskError `storage` when it cannot be opened, within about 5 s
 */
export async function openDatabase({
  url,
  folder,
  onStatement,
}: DatabaseOptions): Promise<Database> {
  const place = url === null ? databaseFile(folder) : placeOf(url);
  const resilience = createResilience({
    place,
    postgres: url !== null,
    patienceMs: START_PATIENCE_MS,
  });
  return resilience("open the record of runs", async () => {
    const pool = url === null ? null : await (await import("./postgres.ts")).openPool(url);
    const db = new Kysely<Tables>({
      dialect:
        pool === null
          ? new SqliteDialect({ database: openNodeSqlite(place) })
          : new PostgresDialect({ pool }),
      ...(onStatement !== undefined && { log: ({ query }) => onStatement(query.sql) }),
    });
    try {
      await migrate(db, pool, place);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return { db, pool, place, close: () => db.destroy() };
  });
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
