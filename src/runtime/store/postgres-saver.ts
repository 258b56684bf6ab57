import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type PendingWrite,
  type SerializerProtocol,
  WRITES_IDX_MAP,
} from "@langchain/langgraph-checkpoint";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import type { Pool } from "pg";
import { checkpointPlaceSchema } from "./checkpoint-place.ts";

/**
 * LangGraph's saver, which writes what a task has brought in one statement. Its own way takes five trips
 * to the server, and each waits for a thread that is busy with the tasks beside it: the longer what has
 * ended is not written, the more is done twice after a kill.
 */
export class PromptPostgresSaver extends PostgresSaver {
  readonly #pool: Pool;

  constructor(pool: Pool, serde: SerializerProtocol) {
    super(pool, serde);
    this.#pool = pool;
  }

  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
  ): Promise<void> {
    if (writes.length === 0) return;
    const { thread_id, checkpoint_ns, checkpoint_id } = checkpointPlaceSchema.parse(
      config.configurable,
    );
    const rows = await Promise.all(
      writes.map(async ([channel, value], position) => {
        const [type, bytes] = await this.serde.dumpsTyped(value);
        const idx = WRITES_IDX_MAP[channel] ?? position;
        const blob = Buffer.from(bytes);
        return [thread_id, checkpoint_ns, checkpoint_id, taskId, idx, channel, type, blob];
      }),
    );
    const special = writes.every(([channel]) => channel in WRITES_IDX_MAP);
    await this.#pool.query(insertOf(rows, special), rows.flat());
  }
}

/** What is written once stays; what LangGraph says of a task itself, such as its error, is replaced. */
function insertOf(rows: readonly (readonly unknown[])[], replaces: boolean): string {
  let place = 0;
  const values = rows.map((row) => `(${row.map(() => `$${++place}`).join(", ")})`);
  const conflict = replaces
    ? "DO UPDATE SET channel = EXCLUDED.channel, type = EXCLUDED.type, blob = EXCLUDED.blob"
    : "DO NOTHING";
  return `INSERT INTO checkpoint_writes
    (thread_id, checkpoint_ns, checkpoint_id, task_id, idx, channel, type, blob)
    VALUES ${values.join(", ")}
    ON CONFLICT (thread_id, checkpoint_ns, checkpoint_id, task_id, idx) ${conflict}`;
}
