import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checkpoint, emptyCheckpoint, uuid6 } from "@langchain/langgraph-checkpoint";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#runtime/store/database.ts";
import { SqliteCheckpointSaver } from "#runtime/store/sqlite-saver.ts";
import { describeCheckpointSaver } from "../../contracts/checkpoint-saver.ts";

const METADATA = { source: "loop", step: 0, parents: {} } as const;

describe("the saver of checkpoints in SQLite", () => {
  let folder: string;
  let database: Database;
  let saver: SqliteCheckpointSaver;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trading-graph-"));
    database = await openDatabase({ url: null, folder });
    saver = new SqliteCheckpointSaver(database.db);
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const clear = async () => {
    for (const table of ["checkpoints", "checkpoint_blobs", "checkpoint_writes"] as const) {
      await database.db.deleteFrom(table).execute();
    }
  };
  describeCheckpointSaver("SqliteCheckpointSaver", () => saver, clear);

  /** A thread's first checkpoint. */
  async function put(values: Checkpoint["channel_values"] = {}) {
    const channel_versions = Object.fromEntries(Object.keys(values).map((name) => [name, 1]));
    const checkpoint = { ...emptyCheckpoint(), channel_values: values, channel_versions };
    const thread = { configurable: { thread_id: uuid6(0), checkpoint_ns: "" } };
    return { checkpoint, config: await saver.put(thread, checkpoint, METADATA, channel_versions) };
  }

  it("keeps a value once, however many checkpoints share it", async () => {
    const { checkpoint, config } = await put({ long: "text", step: 0 });
    let last = config;
    for (const step of [1, 2]) {
      const next: Checkpoint = {
        ...checkpoint,
        id: uuid6(0),
        channel_values: { long: "text", step },
        channel_versions: { long: 1, step: step + 1 },
      };
      last = await saver.put(last, next, METADATA, { step: step + 1 });
    }
    const blobs = await database.db
      .selectFrom("checkpoint_blobs")
      .select(["channel", "version"])
      .where("thread_id", "=", config.configurable?.thread_id)
      .orderBy("channel")
      .orderBy("version")
      .execute();
    expect(blobs.map(({ channel, version }) => `${channel} ${version}`)).toEqual([
      "long 1",
      "step 1",
      "step 2",
      "step 3",
    ]);
    expect((await saver.get(last))?.channel_values).toEqual({ long: "text", step: 2 });
    expect((await saver.get(config))?.channel_values).toEqual({ long: "text", step: 0 });
  });

  it("gives what tasks have written in the order of their paths, tasks and places", async () => {
    const { config } = await put();
    const written = [
      { path: "\u{1f600}", task: "d" },
      { path: "\uffee", task: "a" },
      { path: "b", task: "b" },
      { path: "b", task: "B" },
      { path: "", task: "z" },
    ];
    for (const { path, task } of written) {
      await saver.putWrites(
        config,
        [
          ["said", `${path}/${task}/0`],
          ["said", `${path}/${task}/1`],
        ],
        task,
        path,
      );
    }
    const tuple = await saver.getTuple(config);
    expect(tuple?.pendingWrites?.map(([, , value]) => value)).toEqual([
      "/z/0",
      "/z/1",
      "b/B/0",
      "b/B/1",
      "b/b/0",
      "b/b/1",
      "\uffee/a/0",
      "\uffee/a/1",
      "\u{1f600}/d/0",
      "\u{1f600}/d/1",
    ]);
  });

  it("keeps what a task wrote first, and of its error what it wrote last", async () => {
    const { config } = await put();
    await saver.putWrites(
      config,
      [
        ["said", "first"],
        ["__error__", "first"],
      ],
      "task",
    );
    await saver.putWrites(
      config,
      [
        ["said", "last"],
        ["__error__", "last"],
      ],
      "task",
    );
    expect((await saver.getTuple(config))?.pendingWrites).toEqual([
      ["task", "__error__", "last"],
      ["task", "said", "first"],
    ]);
  });

  it("filters by metadata before it counts", async () => {
    const { checkpoint, config } = await put();
    for (const step of [1, 2, 3]) {
      const metadata = { ...METADATA, step, tags: [step % 2] };
      await saver.put(config, { ...checkpoint, id: uuid6(0) }, metadata, {});
    }
    const thread = { configurable: { thread_id: config.configurable?.thread_id } };
    const odd = await Array.fromAsync(saver.list(thread, { filter: { tags: [1] }, limit: 1 }));
    expect(odd.map(({ metadata }) => metadata?.step)).toEqual([3]);
  });

  it("forgets a value that was stored without its checkpoint, as by a process that was killed", async () => {
    const id = uuid6(0);
    const refuse = `create temp trigger refuse before insert on checkpoints
      when new.checkpoint_id = '${id}' begin select raise(abort, 'refused'); end`;
    await sql.raw(refuse).execute(database.db);
    const { checkpoint, config } = await put({ said: "first" });
    const next: Checkpoint = {
      ...checkpoint,
      id,
      channel_values: { said: "second" },
      channel_versions: { said: 2 },
    };
    await expect(saver.put(config, next, METADATA, { said: 2 })).rejects.toThrow("refused");
    // As a run that goes on gives the same version again.
    const other = { ...next, id: uuid6(0), channel_values: { said: "third" } };
    const last = await saver.put(config, other, METADATA, { said: 2 });
    expect((await saver.get(last))?.channel_values).toEqual({ said: "third" });
  });
});
