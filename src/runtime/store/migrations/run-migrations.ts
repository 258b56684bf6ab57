import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Pool } from "pg";
import { DeskError } from "#core/errors.ts";
import type { Tables } from "../tables.ts";
import { first } from "./first.ts";
import { second } from "./second.ts";

/** A database may be another program's too, which may have a table of migrations of its own. */
const TABLE = "trading_graph_migrations";

const UNDEFINED_TABLE = "42P01";

/** In their order; the name of one that has been is never changed. */
const migrations: Readonly<
  Record<string, (db: Kysely<Tables>, pool: Pool | null) => Promise<void>>
> = { "1-first": ({ schema }, pool) => first(schema, pool), "2-kinds": second };

/** Runs those that have not been. Whoever calls it holds that nobody else does at the same time. */
export async function runMigrations(db: Kysely<Tables>, pool: Pool | null): Promise<void> {
  const migrator = new Migrator({
    db,
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, up]) => [
            name,
            { up: (migrated: Kysely<Tables>) => up(migrated, pool) },
          ]),
        ),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Whether PostgreSQL's tables need no migration.
 *
 * @throws DeskError `storage` when a newer version has made them
 */
export async function isMigrated(db: Kysely<Tables>, place: string): Promise<boolean> {
  const names = await namesOfRun(db);
  const unknown = names.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    throw new DeskError(
      "storage",
      `cannot open the record of runs: the tables of ${JSON.stringify(place)} were made by a newer version of this program (${unknown.join(", ")}). Use that version, or name another database in DATABASE_URL.`,
      { facts: { place, unknown } },
    );
  }
  return names.length === Object.keys(migrations).length;
}

async function namesOfRun(db: Kysely<Tables>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)}`.execute(db);
    return rows.map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNDEFINED_TABLE) return [];
    throw error;
  }
}
