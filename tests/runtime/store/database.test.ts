import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "#runtime/clock.ts";
import { type Database, openDatabase } from "#runtime/store/database.ts";
import { planned } from "../../core/run-examples.ts";
import { listen } from "../../helpers/listen.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { runsOf } from "../../helpers/runs-of.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const FILE = "trading_graph.sqlite";
const PROCESSES = 4;
const RUNS_EACH = 10;
/** Most of it is what each needs to load its modules. */
const PROCESSES_MS = 60_000;

async function opened(url: string | null, folder: string): Promise<Database> {
  const database = await openDatabase({ url, folder });
  onTestFinished(() => database.close());
  return database;
}

/** Opens a store in processes of their own at once, each of which begins and ends some runs. */
async function openAtOnce(where: string): Promise<void> {
  const opener = join(import.meta.dirname, "../../helpers/store-opener.ts");
  await Promise.all(
    Array.from({ length: PROCESSES }, (_, i) =>
      promisify(execFile)(process.execPath, [opener, where, `p${i}`, String(RUNS_EACH)]),
    ),
  );
}

async function countInterrupted(url: string | null, folder: string): Promise<number> {
  const runs = runsOf(await opened(url, folder), systemClock);
  return (await runs.runs({ states: ["interrupted"] })).length;
}

describe("a database in a file", () => {
  it(
    "is made, with its folder, once by many processes that open it at the same moment",
    async () => {
      const folder = join(await temporaryFolder(), "new", "folder");
      await openAtOnce(folder);
      expect(await countInterrupted(null, folder)).toBe(PROCESSES * RUNS_EACH);
    },
    PROCESSES_MS,
  );

  it("is made once by one process that opens it several times at the same moment", async () => {
    const folder = await temporaryFolder();
    const databases = await Promise.all([1, 2, 3].map(() => opened(null, folder)));
    for (const { db } of databases) {
      expect(await db.selectFrom("records").selectAll().execute()).toEqual([]);
    }
  });

  it("is asked for nothing but its version when it is opened again", async () => {
    const folder = await temporaryFolder();
    await (await openDatabase({ url: null, folder })).close();
    const statements: string[] = [];
    const onStatement = (statement: string) => {
      statements.push(statement);
    };
    await (await openDatabase({ url: null, folder, onStatement })).close();
    expect(statements).toEqual(["PRAGMA user_version"]);
  });

  it("outlasts who is at work elsewhere: a write waits for another's", async () => {
    const folder = await temporaryFolder();
    const [one, other] = [await opened(null, folder), await opened(null, folder)];
    const runs = runsOf(other, systemClock);
    await one.db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("budgets")
        .values({ id: "a", tokens: 1, micro_usd: 1 })
        .execute();
      const begun = runs.begin(planned({ id: "late" }));
      onTestFinished(async () => void (await begun));
      await new Promise(setImmediate);
    });
    await expect.poll(() => runs.read("late")).toMatchObject({ state: "running" });
  });

  it("is refused, and left as it is, where it is no database", async () => {
    const folder = await temporaryFolder();
    const text = "ticker,price\n".repeat(1_000);
    await writeFile(join(folder, FILE), text);
    await expect(openDatabase({ url: null, folder })).rejects.toMatchObject({
      code: "storage",
      message: `cannot open the record of runs: the database ${JSON.stringify(join(folder, FILE))} says: file is not a database. Move the file away, and a new one is made, or name another folder by LOGS_DIR.`,
    });
    expect(await readFile(join(folder, FILE), "utf8")).toBe(text);
  });

  it.each([
    ["another program", "create table bookmarks (url text)"],
    ["another program", "create table records (artist text); pragma user_version = 1"],
    ["another program", "create table a (b); pragma application_id = 1"],
  ])("is refused, and left as it is, where it is that of %s: %s", async (whose, statements) => {
    const folder = await temporaryFolder();
    makeFile(folder, statements);
    const before = await readFile(join(folder, FILE));
    await expect(openDatabase({ url: null, folder })).rejects.toMatchObject({
      code: "storage",
      message: expect.stringContaining(`was made by ${whose}`),
    });
    expect(await readFile(join(folder, FILE))).toEqual(before);
  });

  it("is refused where a newer version of the program has made it", async () => {
    const folder = await temporaryFolder();
    await (await openDatabase({ url: null, folder })).close();
    makeFile(folder, "pragma user_version = 99");
    await expect(openDatabase({ url: null, folder })).rejects.toMatchObject({
      code: "storage",
      message: expect.stringContaining("was made by a newer version of this program"),
    });
  });

  it("says that it is damaged when it is read", async () => {
    const folder = await temporaryFolder();
    const first = await openDatabase({ url: null, folder });
    await runsOf(first, systemClock).begin(planned({ id: "a" }));
    await first.close();
    const bytes = await readFile(join(folder, FILE));
    await writeFile(join(folder, FILE), bytes.fill(0xff, 4_096));
    const damaged = await opened(null, folder);
    await expect(runsOf(damaged, systemClock).read("a")).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/^cannot read run a: .* malformed\. Move the file away/),
    });
  });

  it("loses nothing that it has where its disk is full, and goes on when there is room", async () => {
    const database = await opened(null, await temporaryFolder());
    const runs = runsOf(database, systemClock);
    const kept = await runs.begin(planned({ id: "kept" }));
    const list = Array.from({ length: 2_000 }, (_, i) => planned({ id: `l-${i}` }));

    const pages = await sql<{ page_count: number }>`PRAGMA page_count`.execute(database.db);
    const full = (pages.rows[0]?.page_count ?? 0) + 2;
    await sql.raw(`PRAGMA max_page_count = ${full}`).execute(database.db);
    await expect(runs.plan(list)).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/^cannot record 2000 runs: .* is full\. Make room/),
    });
    expect((await runs.runs({})).map(({ id }) => id)).toEqual(["kept"]);
    await kept.stepStarted("news_analyst");

    await sql`PRAGMA max_page_count = 1000000`.execute(database.db);
    await runs.plan(list);
    expect(await runs.runs({})).toHaveLength(2_001);
  });

  it("says which folder it cannot be made in", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    await expect(openDatabase({ url: null, folder: join(folder, "file") })).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/LOGS_DIR/),
    });
  });

  it.skipIf(process.getuid?.() === 0)("says that its folder is read-only", async () => {
    await expect(openDatabase({ url: null, folder: "/" })).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/Give write access/),
    });
  });

  it("names the run whose record cannot be read", async () => {
    const database = await opened(null, await temporaryFolder());
    const runs = runsOf(database, systemClock);
    await runs.begin(planned({ id: "whole" }));
    await runs.begin(planned({ id: "broken" }));
    const change = database.db.updateTable("records").where("run_id", "=", "broken");
    await change.set({ configuration: '{"symbol":"AAPL"}' }).where("name", "=", "run").execute();
    const error = { code: "storage", message: expect.stringContaining("run broken") };
    await expect(runs.read("broken")).rejects.toMatchObject(error);
    await expect(runs.runs({})).rejects.toMatchObject(error);
    expect(await runs.read("whole")).toMatchObject({ id: "whole" });
    await change.set({ configuration: "{" }).where("name", "=", "run").execute();
    await expect(runs.read("broken")).rejects.toMatchObject(error);
  });
});

describe("a PostgreSQL server that is down at the start", () => {
  it("is an error that says so, without user and password", async () => {
    const server = createServer();
    const { host } = new URL(await listen(server));
    server.close();
    const url = `postgres://someone:canary@${host}/desk`;
    const error = await openDatabase({ url, folder: "" }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "storage",
      message: `cannot open the record of runs: the database "${host}/desk" says: connect ECONNREFUSED ${host}. Start it, or unset DATABASE_URL to keep runs in a file.`,
    });
    expect(JSON.stringify(error)).not.toMatch(/someone|canary/);
  });
});

describePostgres("a database on PostgreSQL", () => {
  it(
    "is made once by many processes that open it at the same moment",
    async () => {
      const url = await freshDatabase();
      await openAtOnce(url);
      expect(await countInterrupted(url, "")).toBe(PROCESSES * RUNS_EACH);
    },
    PROCESSES_MS,
  );

  it("is an error that says so where it does not exist", async () => {
    const url = new URL(await freshDatabase());
    url.pathname = "/nowhere";
    await expect(openDatabase({ url: url.href, folder: "" })).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/"nowhere" does not exist\. Create it/),
    });
  });

  it("is left as it is where another program has a table of that name", async () => {
    const url = await freshDatabase();
    const foreign = await opened(url, "");
    await sql`drop table trading_graph_migrations`.execute(foreign.db);
    await runsOf(foreign, systemClock).begin(planned({ id: "theirs" }));
    await expect(openDatabase({ url, folder: "" })).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/"records" already exists\. .*DATABASE_URL/),
    });
    expect(await runsOf(foreign, systemClock).read("theirs")).toMatchObject({ id: "theirs" });
  });

  it("is refused where a newer version of the program has made its tables", async () => {
    const url = await freshDatabase();
    const { db } = await opened(url, "");
    await sql`insert into trading_graph_migrations values ('9-later', 'now')`.execute(db);
    await expect(openDatabase({ url, folder: "" })).rejects.toMatchObject({
      code: "storage",
      message: expect.stringContaining("newer version of this program (9-later)"),
    });
  });
});

function makeFile(folder: string, statements: string): void {
  const file = new DatabaseSync(join(folder, FILE));
  file.exec(statements);
  file.close();
}
