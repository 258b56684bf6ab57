import type { Kysely } from "kysely";
import { DeskError } from "#core/errors.ts";
import type { Attempt } from "#core/run-store.ts";
import { RUN } from "./rows.ts";
import type { Tables } from "./tables.ts";

/**
 * Holds that a run has not been taken up again since.
 *
 * @throws DeskError `taken_over` when it has been; what the database throws
 */
export type Fence = (attempt: Attempt) => Promise<void>;

export function createFence(db: Kysely<Tables>): Fence {
  return async ({ runId, attempt }) => {
    const run = await db
      .selectFrom("records")
      .select("attempt")
      .where("run_id", "=", runId)
      .where("name", "=", RUN)
      .executeTakeFirst();
    if (run?.attempt !== attempt) throw takenOver({ runId, attempt }, run?.attempt ?? null);
  };
}

function takenOver({ runId, attempt }: Attempt, now: number | null): DeskError {
  const what = now === null ? "was removed" : `was taken up again (attempt ${now})`;
  return new DeskError(
    "taken_over",
    `run ${runId} ${what} while attempt ${attempt} was at work on it, which records nothing more. Follow it by "trading-graph runs show ${runId}".`,
    { facts: { run: runId, attempt, now } },
  );
}
