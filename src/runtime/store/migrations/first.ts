import { type SchemaModule, sql } from "kysely";
import type { Pool } from "pg";

/** Runs, steps, budgets, decisions and checkpoints. */
export async function first(schema: SchemaModule, pool: Pool | null): Promise<void> {
  await schema
    .createTable("records")
    .addColumn("run_id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("place", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("started_at", "bigint")
    .addColumn("ended_at", "bigint")
    .addColumn("error", "text")
    .addColumn("outcome", "text")
    .addColumn("execution_group", "text")
    .addColumn("symbol", "text")
    .addColumn("list_id", "text")
    .addColumn("list_position", "integer")
    .addColumn("configuration", "text")
    .addColumn("attempt", "integer")
    .addColumn("held_until", "bigint")
    .addColumn("created_at", "bigint")
    .addColumn("rerun_of", "text")
    .addColumn("summary", "text")
    .addPrimaryKeyConstraint("records_key", ["run_id", "name"])
    .execute();
  await schema
    .createIndex("records_by_list")
    .on("records")
    .columns(["list_id", "list_position"])
    .execute();
  await schema
    .createIndex("records_by_age")
    .on("records")
    .columns(["name", "created_at"])
    .execute();
  await schema
    .createTable("budgets")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("tokens", "bigint", (column) => column.notNull())
    .addColumn("micro_usd", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("decisions")
    .addColumn("place", pool === null ? "integer" : "serial", (column) => column.primaryKey())
    .addColumn("run_id", "text", (column) => column.notNull().unique())
    .addColumn("symbol", "text", (column) => column.notNull())
    .addColumn("as_of", "text", (column) => column.notNull())
    .addColumn("made_on", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("model", "text", (column) => column.notNull())
    .addColumn("decision", "text", (column) => column.notNull())
    .execute();
  if (pool === null) await checkpointTables(schema);
  else await langGraphTables(pool);
}

/** The tables that LangGraph's own saver makes on PostgreSQL, in SQLite's types. */
async function checkpointTables(schema: SchemaModule): Promise<void> {
  const empty = sql`''`;
  await schema
    .createTable("checkpoints")
    .addColumn("thread_id", "text", (column) => column.notNull())
    .addColumn("checkpoint_ns", "text", (column) => column.notNull().defaultTo(empty))
    .addColumn("checkpoint_id", "text", (column) => column.notNull())
    .addColumn("parent_checkpoint_id", "text")
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("checkpoint", "blob", (column) => column.notNull())
    .addColumn("metadata", "blob", (column) => column.notNull())
    .addPrimaryKeyConstraint("checkpoints_key", ["thread_id", "checkpoint_ns", "checkpoint_id"])
    .execute();
  await schema
    .createTable("checkpoint_blobs")
    .addColumn("thread_id", "text", (column) => column.notNull())
    .addColumn("checkpoint_ns", "text", (column) => column.notNull().defaultTo(empty))
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("version", "text", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("blob", "blob", (column) => column.notNull())
    .addPrimaryKeyConstraint("checkpoint_blobs_key", [
      "thread_id",
      "checkpoint_ns",
      "channel",
      "version",
    ])
    .execute();
  await schema
    .createTable("checkpoint_writes")
    .addColumn("thread_id", "text", (column) => column.notNull())
    .addColumn("checkpoint_ns", "text", (column) => column.notNull().defaultTo(empty))
    .addColumn("checkpoint_id", "text", (column) => column.notNull())
    .addColumn("task_id", "text", (column) => column.notNull())
    .addColumn("task_path", "text", (column) => column.notNull().defaultTo(empty))
    .addColumn("idx", "integer", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("blob", "blob", (column) => column.notNull())
    .addPrimaryKeyConstraint("checkpoint_writes_key", [
      "thread_id",
      "checkpoint_ns",
      "checkpoint_id",
      "task_id",
      "idx",
    ])
    .execute();
}

/**
 * Its set-up takes no lock of its own: it may run here only, behind the one of the migrations. It is not
 * in their transaction, and may be repeated.
 */
async function langGraphTables(pool: Pool): Promise<void> {
  const { PostgresSaver } = await import("@langchain/langgraph-checkpoint-postgres");
  await new PostgresSaver(pool).setup();
}
