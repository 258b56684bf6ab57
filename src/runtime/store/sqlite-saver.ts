import { isDeepStrictEqual } from "node:util";
import type { RunnableConfig } from "@langchain/core/runnables";
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointPendingWrite,
  type CheckpointTuple,
  maxChannelVersion,
  type PendingWrite,
  type SerializerProtocol,
  TASKS,
  WRITES_IDX_MAP,
} from "@langchain/langgraph-checkpoint";
import type { Kysely, Selectable } from "kysely";
import {
  type CheckpointPlace,
  checkpointPlaceSchema,
  checkpointQuerySchema,
  checkpointThreadSchema,
} from "./checkpoint-place.ts";
import {
  deleteThread,
  insertCheckpoint,
  insertWrites,
  selectCheckpoints,
  selectValues,
  selectWrites,
} from "./checkpoint-rows.ts";
import type { CheckpointsTable, Tables } from "./tables.ts";

/** The first format of checkpoints in which what is to be sent is in a channel. */
const SENDS_IN_CHANNEL = 4;

/**
 * LangGraph's checkpoints in SQLite. A channel's value is written once in each of its versions, however
 * many checkpoints share it.
 *
 * @throws ZodError when a config says where nothing can be written: no thread, or no checkpoint for writes
 */
export class SqliteCheckpointSaver extends BaseCheckpointSaver {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>, serde?: SerializerProtocol) {
    super(serde);
    this.#db = db;
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { data: asked } = checkpointThreadSchema.safeParse(config.configurable);
    if (asked === undefined) return undefined;
    const row = await selectCheckpoints(this.#db, asked).limit(1).executeTakeFirst();
    return row && this.#tupleOf(row);
  }

  /** Newest first. A filter names what the metadata hold. */
  override async *list(
    config: RunnableConfig,
    { before, limit, filter = {} }: CheckpointListOptions = {},
  ): AsyncGenerator<CheckpointTuple> {
    const asked = checkpointQuerySchema.parse(config.configurable ?? {});
    let query = selectCheckpoints(this.#db, asked);
    const end = checkpointQuerySchema.parse(before?.configurable ?? {}).checkpoint_id;
    if (end !== undefined) query = query.where("checkpoint_id", "<", end);
    const wanted = Object.entries(filter);
    if (limit !== undefined && wanted.length === 0) query = query.limit(limit);
    let given = 0;
    for (const row of await query.execute()) {
      if (given === limit) return;
      const metadata = await this.serde.loadsTyped(row.type, row.metadata);
      if (!wanted.every(([key, value]) => isDeepStrictEqual(metadata[key], value))) continue;
      yield await this.#tupleOf(row);
      given += 1;
    }
  }

  override async put(
    config: RunnableConfig,
    { channel_values, ...rest }: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { checkpoint_id: parent, ...thread } = checkpointThreadSchema.parse(config.configurable);
    const place: CheckpointPlace = { ...thread, checkpoint_id: rest.id };
    const values = await Promise.all(
      Object.entries(channel_values)
        .filter(([channel]) => Object.hasOwn(newVersions, channel))
        .map(async ([channel, value]) => {
          const [type, blob] = await this.serde.dumpsTyped(value);
          return { ...thread, channel, version: String(newVersions[channel]), type, blob };
        }),
    );
    // Both are plain objects: a serializer gives them the same type.
    const [[type, checkpoint], [, metadataBytes]] = await Promise.all([
      this.serde.dumpsTyped(rest),
      this.serde.dumpsTyped(metadata),
    ]);
    await insertCheckpoint(
      this.#db,
      {
        ...place,
        parent_checkpoint_id: parent ?? null,
        type,
        checkpoint,
        metadata: metadataBytes,
      },
      values,
    );
    return { configurable: place };
  }

  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
    taskPath = "",
  ): Promise<void> {
    const place = checkpointPlaceSchema.parse(config.configurable);
    const rows = await Promise.all(
      writes.map(async ([channel, value], position) => {
        const [type, blob] = await this.serde.dumpsTyped(value);
        const idx = WRITES_IDX_MAP[channel] ?? position;
        return { ...place, task_id: taskId, task_path: taskPath, idx, channel, type, blob };
      }),
    );
    await insertWrites(this.#db, rows);
  }

  override deleteThread(threadId: string): Promise<void> {
    return deleteThread(this.#db, threadId);
  }

  async #tupleOf({
    parent_checkpoint_id,
    ...row
  }: Selectable<CheckpointsTable>): Promise<CheckpointTuple> {
    const { thread_id, checkpoint_ns, checkpoint_id } = row;
    const place = { thread_id, checkpoint_ns, checkpoint_id };
    const parent = parent_checkpoint_id && { ...place, checkpoint_id: parent_checkpoint_id };
    const checkpoint: Checkpoint = await this.serde.loadsTyped(row.type, row.checkpoint);
    checkpoint.channel_values = await this.#valuesIn(place, checkpoint.channel_versions);
    if (checkpoint.v < SENDS_IN_CHANNEL && parent) {
      const sends = (await this.#writesTo(parent)).filter(([, channel]) => channel === TASKS);
      const versions = Object.values(checkpoint.channel_versions);
      checkpoint.channel_values[TASKS] = sends.map(([, , value]) => value);
      checkpoint.channel_versions[TASKS] =
        versions.length > 0 ? maxChannelVersion(...versions) : this.getNextVersion(undefined);
    }
    return {
      config: { configurable: place },
      checkpoint,
      metadata: await this.serde.loadsTyped(row.type, row.metadata),
      ...(parent && { parentConfig: { configurable: parent } }),
      pendingWrites: await this.#writesTo(place),
    };
  }

  async #valuesIn(place: CheckpointPlace, channelVersions: ChannelVersions) {
    const versions = Object.entries(channelVersions).map(
      ([channel, version]) => [channel, String(version)] as const,
    );
    const entries = (await selectValues(this.#db, place, versions)).map(
      async ({ channel, type, blob }) => [channel, await this.serde.loadsTyped(type, blob)],
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  async #writesTo(place: CheckpointPlace) {
    const writes = (await selectWrites(this.#db, place)).map(
      async ({ task_id, channel, type, blob }): Promise<CheckpointPendingWrite> => [
        task_id,
        channel,
        await this.serde.loadsTyped(type, blob),
      ],
    );
    return Promise.all(writes);
  }
}
