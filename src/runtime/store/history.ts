import { DeskError } from "#core/errors.ts";
import type { RunHistory } from "#core/run-history.ts";
import type { Database } from "./database.ts";
import { matchingRows } from "./matching-rows.ts";
import { newestFirst } from "./newest-first.ts";
import { entryColumns, entryOf } from "./read-rows.ts";
import type { Resilience } from "./resilient.ts";
import { RUN } from "./rows.ts";

export interface HistoryOptions {
  readonly database: Pick<Database, "db">;
  readonly resilience: Resilience;
}

/** The runs of every kind in the table `records`, each in short. */
export function createRunHistory({ database: { db }, resilience }: HistoryOptions): RunHistory {
  return {
    async entries({ kind, states, search, before, limit }) {
      if (states?.length === 0) return [];
      let asked = newestFirst(db).select(entryColumns);
      if (kind !== undefined) asked = asked.where("kind", "=", kind);
      if (states !== undefined) asked = asked.where("state", "in", states);
      if (before !== undefined) asked = asked.where("created_at", "<", Math.ceil(before));
      if (search === undefined && limit !== undefined) asked = asked.limit(limit);
      const rows = await resilience("list runs", () => asked.execute());
      const read = matchingRows(rows, { search, limit }).map((row) => entryOf(row).catch(leftOut));
      return (await Promise.all(read)).filter((entry) => entry !== null);
    },

    async entry(runId) {
      const row = await resilience(`read run ${runId}`, () =>
        db
          .selectFrom("records")
          .select(entryColumns)
          .where("run_id", "=", runId)
          .where("name", "=", RUN)
          .executeTakeFirst(),
      );
      return row === undefined ? null : entryOf(row);
    },
  };
}

/** One whose record cannot be read is not told of. */
function leftOut(thrown: unknown): null {
  if (thrown instanceof DeskError) return null;
  throw thrown;
}
