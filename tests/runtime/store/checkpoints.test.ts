import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  type BaseCheckpointSaver,
  Command,
  END,
  ReducedValue,
  Send,
  START,
  StateGraph,
  StateSchema,
} from "@langchain/langgraph";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { DeskError } from "#core/errors.ts";
import { type CheckpointsOptions, createCheckpoints } from "#runtime/store/checkpoints.ts";
import { type Database, openDatabase } from "#runtime/store/database.ts";
import { createResilience } from "#runtime/store/resilient.ts";
import { describeCheckpointSaver } from "../../contracts/checkpoint-saver.ts";
import { createDatabase, describePostgres, type TestDatabase } from "../../helpers/postgres.ts";
import { claimOf } from "../../helpers/run-claim.ts";

const BRANCHES = ["first", "second", "third"];
const ALL = ["dispatcher", ...BRANCHES, "merge"];
const SECRET = 'sk-canary-"quoted"\\n-1234';

/** Where a database is: it can be opened more than once. */
interface Home {
  readonly url: string | null;
  readonly folder: string;
}

const State = new StateSchema({
  said: new ReducedValue(
    z.array(z.string()).default(() => []),
    { inputSchema: z.array(z.string()), reducer: (all, more) => [...all, ...more] },
  ),
});

/** Sends to all branches at once, and merges what they say. */
function graphOf(checkpointer: BaseCheckpointSaver, say: (name: string) => Promise<string>) {
  return new StateGraph(State)
    .addNode(
      "dispatcher",
      async () =>
        new Command({
          update: { said: [await say("dispatcher")] },
          goto: BRANCHES.map((name) => new Send("branch", { name })),
        }),
      { ends: ["branch"] },
    )
    .addNode("branch", async ({ name }: { name: string }) => ({ said: [await say(name)] }))
    .addNode("merge", async () => ({ said: [await say("merge")] }))
    .addEdge(START, "dispatcher")
    .addEdge("branch", "merge")
    .addEdge("merge", END)
    .compile({ checkpointer });
}

const configOf = (runId: string) => ({
  configurable: { thread_id: runId },
  durability: "sync" as const,
});

function checkpointsIn(database: Database, changes: Partial<CheckpointsOptions> = {}) {
  const kind = { place: database.place, postgres: database.pool !== null };
  return createCheckpoints({
    database,
    guard: async () => {},
    resilience: createResilience({ ...kind, wait: () => delay(1) }),
    secrets: [],
    ...changes,
  });
}

/** A connection of the test's own. */
async function open(home: Home): Promise<Database> {
  const database = await openDatabase(home);
  onTestFinished(() => database.close());
  return database;
}

const databases: readonly {
  readonly name: string;
  readonly suite: (title: string, suite: () => void) => void;
  readonly create: () => Promise<Home & { drop(): Promise<void> }>;
}[] = [
  {
    name: "SQLite",
    suite: describe,
    async create() {
      const folder = await mkdtemp(join(tmpdir(), "trading-graph-"));
      return { url: null, folder, drop: () => rm(folder, { recursive: true }) };
    },
  },
  {
    name: "PostgreSQL",
    suite: describePostgres,
    create: async () => ({ folder: "", ...(await createDatabase()) }),
  },
];

for (const { name, suite, create } of databases) {
  suite(`checkpoints in ${name}`, () => {
    let home: Awaited<ReturnType<typeof create>>;
    let runId: string;
    beforeAll(async () => {
      home = await create();
    });
    beforeEach(() => {
      runId = randomUUID();
    });
    afterAll(() => home.drop());

    it.each(["an error", "an abort"])(
      "let a run that %s has cut off go on: nothing finished is done again, and the order is kept",
      async (end) => {
        const begun: string[] = [];
        const saver = checkpointsIn(await open(home))(claimOf(runId));
        const cut = new AbortController();
        const cutOff = graphOf(saver, async (name) => {
          begun.push(name);
          if (name === "first") await delay(5);
          if (name !== "second") return name;
          await vi.waitFor(async () => {
            const { pendingWrites = [] } = (await saver.getTuple(configOf(runId))) ?? {};
            expect(pendingWrites.filter(([, channel]) => channel === "said")).toHaveLength(2);
          });
          if (end === "an error") throw new Error("cut off");
          cut.abort(new Error("cut off"));
          return new Promise(() => {});
        }).invoke({}, { ...configOf(runId), signal: cut.signal });
        await expect(cutOff).rejects.toThrow();

        const next = checkpointsIn(await open(home))(claimOf(runId, 2));
        const { said } = await graphOf(next, async (name) => {
          begun.push(name);
          return name;
        }).invoke(null, configOf(runId));
        expect(said).toEqual(ALL);
        expect(begun.toSorted()).toEqual([...ALL, "second"].toSorted());
      },
    );

    it("hold no secret, wherever in a run it stood", async () => {
      const database = await openDatabase(home);
      const saver = checkpointsIn(database, { secrets: [SECRET] })(claimOf(runId));
      const run = graphOf(saver, async (name) => {
        if (name === "second") throw new Error(`refused: ${SECRET}`);
        return `${name} has seen ${JSON.stringify({ key: SECRET })}`;
      }).invoke({ said: [SECRET] }, { ...configOf(runId), metadata: { note: SECRET } });
      await expect(run).rejects.toThrow(SECRET);
      const state = await saver.get(configOf(runId));
      await database.close();

      expect(state?.channel_values.said).toContain('dispatcher has seen {"key":"[redacted]"}');
      const text = await allTextIn(home);
      expect(text).toContain("has seen");
      expect(text).toContain("refused: [redacted]");
      expect(text).not.toContain("canary");
    });

    it("are not written by a run that somebody else has taken up, which ends with that", async () => {
      const database = await open(home);
      let holder = 1;
      const checkpoints = checkpointsIn(database, {
        guard: async ({ attempt }) => {
          if (attempt !== holder) throw new DeskError("taken_over", "taken up elsewhere.");
        },
      });
      const run = graphOf(checkpoints(claimOf(runId, 1)), async (name) => {
        if (name === "second") holder = 2;
        return name;
      }).invoke({}, configOf(runId));
      await expect(run).rejects.toMatchObject({ code: "taken_over" });

      const { said } = await graphOf(checkpoints(claimOf(runId, 2)), async (name) => name).invoke(
        null,
        configOf(runId),
      );
      expect(said).toEqual(ALL);
    });

    it("keep each attempt's values apart, should one that was taken over write after all", async () => {
      const checkpoints = checkpointsIn(await open(home));
      const savers = [1, 2].map((attempt) => checkpoints(claimOf(runId, attempt)));
      const places = await Promise.all(
        savers.map((saver, index) => {
          const said = saver.getNextVersion(undefined);
          const checkpoint = {
            v: 4,
            id: `${index}`,
            ts: "",
            channel_values: { said: index },
            channel_versions: { said },
            versions_seen: {},
          };
          const metadata = { source: "loop", step: 0, parents: {} } as const;
          return saver.put(configOf(runId), checkpoint, metadata, { said });
        }),
      );
      const kept = await Promise.all(places.map((place) => savers[0]?.get(place)));
      expect(kept.map((checkpoint) => checkpoint?.channel_values)).toEqual([
        { said: 0 },
        { said: 1 },
      ]);
    });

    it("are read and written by two connections at once", async () => {
      const [one, other] = [checkpointsIn(await open(home)), checkpointsIn(await open(home))];
      const ids = ["a", "b", "c", "d", "e", "f"].map((letter) => `${runId} ${letter}`);
      const runs = ids.map((id, index) =>
        graphOf(
          (index % 2 === 0 ? one : other)(claimOf(id)),
          async (name) => `${id} ${name}`,
        ).invoke({}, configOf(id)),
      );
      const expected = ids.map((id) => ALL.map((name) => `${id} ${name}`));
      expect((await Promise.all(runs)).map(({ said }) => said)).toEqual(expected);
      const read = ids.map((id, index) =>
        (index % 2 === 0 ? other : one)(claimOf(id)).get(configOf(id)),
      );
      const kept = (await Promise.all(read)).map((checkpoint) => checkpoint?.channel_values.said);
      expect(kept).toEqual(expected);
    });
  });
}

describePostgres("LangGraph's saver on PostgreSQL, behind a claim", () => {
  let home: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    home = await createDatabase();
    database = await openDatabase({ url: home.url, folder: "" });
  });
  afterAll(async () => {
    await database.close();
    await home.drop();
  });

  describeCheckpointSaver(
    "PostgresSaver",
    () => checkpointsIn(database)(claimOf("run")),
    async () => {
      await database.pool?.query("truncate checkpoints, checkpoint_blobs, checkpoint_writes");
    },
  );

  it("outlasts a server that ends all connections, again and again", async () => {
    const own = new pg.Pool({ connectionString: home.url, max: 1 });
    onTestFinished(() => own.end());
    const endAll = () =>
      own.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
    let ended = 0;
    const { said } = await graphOf(checkpointsIn(database)(claimOf("restarted")), async (name) => {
      ended += (await endAll()).rowCount ?? 0;
      return name;
    }).invoke({}, configOf("restarted"));
    expect(said).toEqual(ALL);
    expect(ended).toBeGreaterThan(0);
  });
});

/** Every byte of a file's database, every row of a server's. */
async function allTextIn({ url, folder }: Home): Promise<string> {
  if (url === null) {
    const files = await readdir(folder);
    const texts = files.map((file) => readFile(join(folder, file), "latin1"));
    return (await Promise.all(texts)).join();
  }
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    `select c::text as text from checkpoints c
      union all select convert_from(blob, 'UTF8') from checkpoint_blobs
      union all select convert_from(blob, 'UTF8') from checkpoint_writes`,
  );
  await client.end();
  return rows.map(({ text }) => text).join();
}
