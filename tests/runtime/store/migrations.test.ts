import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import type { Pool } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "#runtime/clock.ts";
import { first } from "#runtime/store/migrations/first.ts";
import { openNodeSqlite } from "#runtime/store/node-sqlite.ts";
import { openStore } from "#runtime/store/open-store.ts";
import { openPool } from "#runtime/store/postgres.ts";
import type { Tables } from "#runtime/store/tables.ts";
import { report } from "../../core/examples.ts";
import { configuration } from "../../core/run-examples.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const FILE = "trading_graph.sqlite";

/** Makes the tables as the first migration did, with a run and two of its steps. */
async function fillFirst(db: Kysely<Tables>, pool: Pool | null): Promise<void> {
  const table = "trading_graph_migrations";
  const migrator = new Migrator({
    db,
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
    provider: {
      getMigrations: async () => ({ "1-first": { up: ({ schema }) => first(schema, pool) } }),
    },
  });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  await db
    .insertInto("records")
    .values({
      run_id: "old",
      name: "run",
      place: 0,
      state: "interrupted",
      symbol: "AAPL",
      configuration: JSON.stringify(configuration()),
      created_at: 1_000,
      attempt: 1,
    })
    .execute();
  for (const [place, name, outcome] of [
    [1, "market_analyst", JSON.stringify(report())],
    [2, "news_analyst", null],
  ] as const) {
    const state = outcome === null ? "waiting" : "done";
    const step = { run_id: "old", name, place, state, outcome, execution_group: "old/analysts" };
    await db.insertInto("records").values(step).execute();
  }
}

/** Opens a store over what was made so, twice, and looks at what it has of it. */
async function expectTakenOver(where: { url: string | null; folder: string }): Promise<void> {
  for (const opening of [1, 2]) {
    const store = await openStore({ ...where, clock: systemClock, secrets: [] });
    onTestFinished(() => store.close());
    const entries = await store.history.entries({});
    expect(entries, `opening ${opening}`).toMatchObject([
      { id: "old", kind: "analysis", title: "AAPL", state: "interrupted", createdAt: 1_000 },
    ]);
    expect((await store.runs.read("old"))?.steps).toMatchObject([
      { name: "market_analyst", state: "done", outcome: report() },
      { name: "news_analyst", state: "waiting", outcome: null },
    ]);
    const claim = await store.runs.claim("old");
    expect(claim?.attempt).toBe(opening + 1);
    await claim?.end({ state: "interrupted", error: "for a test" });
  }
}

describe("records that the first version of the tables has", () => {
  it("are taken over from a file", async () => {
    const folder = await temporaryFolder();
    const dialect = new SqliteDialect({ database: openNodeSqlite(join(folder, FILE)) });
    const db = new Kysely<Tables>({ dialect });
    await fillFirst(db, null);
    await db.destroy();
    const file = new DatabaseSync(join(folder, FILE));
    file.exec("pragma application_id = 0x54724772; pragma user_version = 1");
    file.close();
    await expectTakenOver({ url: null, folder });
  });
});

describePostgres("records that the first version of the tables has", () => {
  it("are taken over from a server", async () => {
    const url = await freshDatabase();
    const pool = await openPool(url);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    await fillFirst(db, pool);
    await db.destroy();
    await expectTakenOver({ url, folder: "" });
  });
});
