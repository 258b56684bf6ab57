import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import type { Attempt } from "#core/run-store.ts";
import { ClaimedSaver, type ClaimedSaverOptions } from "./claimed-saver.ts";
import type { Database } from "./database.ts";
import { redactingSerde } from "./redacting-serde.ts";
import { SqliteCheckpointSaver } from "./sqlite-saver.ts";

export interface CheckpointsOptions extends Pick<ClaimedSaverOptions, "guard" | "resilience"> {
  readonly database: Pick<Database, "db" | "pool">;
  /** What must not be stored, whatever a run's state holds. */
  readonly secrets: readonly string[];
}

/** Gives the checkpoints of a claim's run: our own saver on SQLite, LangGraph's on PostgreSQL. */
export function createCheckpoints({
  database: { db, pool },
  guard,
  resilience,
  secrets,
}: CheckpointsOptions): (claim: Attempt) => BaseCheckpointSaver {
  const serde = redactingSerde(secrets);
  const open = async (): Promise<BaseCheckpointSaver> => {
    if (pool === null) return new SqliteCheckpointSaver(db, serde);
    const { PromptPostgresSaver } = await import("./postgres-saver.ts");
    return new PromptPostgresSaver(pool, serde);
  };
  let opened: Promise<BaseCheckpointSaver> | undefined;
  const saver = () => {
    opened ??= open();
    return opened;
  };
  return (claim) => new ClaimedSaver({ claim, saver, guard, resilience });
}
