import { type Insertable, type Kysely, sql } from "kysely";
import type { CheckpointPlace, CheckpointQuery } from "./checkpoint-place.ts";
import type {
  CheckpointBlobsTable,
  CheckpointsTable,
  CheckpointWritesTable,
  Tables,
} from "./tables.ts";

/** Checkpoints without their channels' values, newest first; a query that can be narrowed. */
export function selectCheckpoints(
  db: Kysely<Tables>,
  { thread_id, checkpoint_ns, checkpoint_id }: CheckpointQuery,
) {
  let query = db.selectFrom("checkpoints").selectAll().orderBy("checkpoint_id", "desc");
  if (thread_id !== undefined) query = query.where("thread_id", "=", thread_id);
  if (checkpoint_ns !== undefined) query = query.where("checkpoint_ns", "=", checkpoint_ns);
  if (checkpoint_id !== undefined) query = query.where("checkpoint_id", "=", checkpoint_id);
  return query;
}

/** The values of a thread's channels in the given versions, where they have one. */
export async function selectValues(
  db: Kysely<Tables>,
  { thread_id, checkpoint_ns }: CheckpointPlace,
  versions: readonly (readonly [channel: string, version: string])[],
) {
  if (versions.length === 0) return [];
  const pairs = versions.map(([channel, version]) => sql`(${channel}, ${version})`);
  return await db
    .selectFrom("checkpoint_blobs")
    .select(["channel", "type", "blob"])
    .where("thread_id", "=", thread_id)
    .where("checkpoint_ns", "=", checkpoint_ns)
    .where(sql<boolean>`(channel, version) in (values ${sql.join(pairs)})`)
    .execute();
}

/** In LangGraph's order, which is by code points: so SQLite compares texts. */
export function selectWrites(db: Kysely<Tables>, place: CheckpointPlace) {
  return db
    .selectFrom("checkpoint_writes")
    .select(["task_id", "channel", "type", "blob"])
    .where((where) => where.and(place))
    .orderBy("task_path")
    .orderBy("task_id")
    .orderBy("idx")
    .execute();
}

/**
 * Stores a checkpoint and what is new of its values. Not in a transaction, which would hold the file's
 * lock for as long as this process is busy with something else: the values come first, and without their
 * checkpoint they are never read, but replaced by the next of their version.
 */
export async function insertCheckpoint(
  db: Kysely<Tables>,
  checkpoint: Insertable<CheckpointsTable>,
  values: readonly Insertable<CheckpointBlobsTable>[],
): Promise<void> {
  if (values.length > 0) {
    await db
      .insertInto("checkpoint_blobs")
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(["thread_id", "checkpoint_ns", "channel", "version"])
          .doUpdateSet(({ ref }) => ({ type: ref("excluded.type"), blob: ref("excluded.blob") })),
      )
      .execute();
  }
  const { type, checkpoint: kept, metadata } = checkpoint;
  await db
    .insertInto("checkpoints")
    .values(checkpoint)
    .onConflict((conflict) =>
      conflict
        .columns(["thread_id", "checkpoint_ns", "checkpoint_id"])
        .doUpdateSet({ type, checkpoint: kept, metadata }),
    )
    .execute();
}

/** What a task has brought stands; what became of it (an error, an interrupt: below 0) may change. */
export async function insertWrites(
  db: Kysely<Tables>,
  writes: readonly Insertable<CheckpointWritesTable>[],
): Promise<void> {
  if (writes.length === 0) return;
  await db
    .insertInto("checkpoint_writes")
    .values(writes)
    .onConflict((conflict) =>
      conflict
        .columns(["thread_id", "checkpoint_ns", "checkpoint_id", "task_id", "idx"])
        .doUpdateSet(({ ref }) => ({
          channel: ref("excluded.channel"),
          type: ref("excluded.type"),
          blob: ref("excluded.blob"),
        }))
        .where("checkpoint_writes.idx", "<", 0),
    )
    .execute();
}

/** The checkpoints go first: without them nothing else is read. */
export async function deleteThread(db: Kysely<Tables>, threadId: string): Promise<void> {
  for (const table of ["checkpoints", "checkpoint_writes", "checkpoint_blobs"] as const) {
    await db.deleteFrom(table).where("thread_id", "=", threadId).execute();
  }
}
