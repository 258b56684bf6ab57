import type { Clock } from "#core/ports.ts";
import type { RunForm } from "#core/run-forms/run-form.ts";
import type { RunKind } from "#core/run-kind.ts";
import type { RunStore } from "#core/run-store.ts";
import type { Database } from "./database.ts";
import type { Fence } from "./fence.ts";
import { insertRows } from "./insert-rows.ts";
import { matchingRows } from "./matching-rows.ts";
import { newestFirst } from "./newest-first.ts";
import { recordColumns, rowReader } from "./read-rows.ts";
import { removeRuns } from "./remove-runs.ts";
import type { Resilience } from "./resilient.ts";
import { notBegun, type RecordRow, RUN, rowsOf } from "./rows.ts";
import { createRunClaim } from "./run-claim.ts";

/** How long a run is held for whoever works on it without a sign of life, in ms. */
const LEASE_MS = 5_000;

export interface RunStoreOptions {
  readonly database: Pick<Database, "db">;
  readonly resilience: Resilience;
  readonly fence: Fence;
  readonly clock: Clock;
  readonly leaseMs?: number;
}

/** Runs of one kind in the table `records`, by the same statements on SQLite and PostgreSQL. */
export function createRunStore<K extends RunKind>(
  form: RunForm<K>,
  { database: { db }, resilience, fence, clock, leaseMs = LEASE_MS }: RunStoreOptions,
): RunStore<K> {
  const { kind } = form;
  const now = () => Math.floor(clock.now());
  const claimOf = (runId: string, attempt: number) =>
    createRunClaim(form, { db, fence, resilience, now, leaseMs, runId, attempt });

  const record = (what: string, rows: readonly RecordRow[]) =>
    resilience(`record ${what}`, (again) => insertRows(db, rows, again));

  return {
    async begin(run) {
      const start = now();
      const begun = {
        state: "running",
        attempt: 1,
        held_until: start + leaseMs,
        started_at: start,
      };
      await record(`run ${run.id}`, rowsOf(run, form, begun, start));
      return claimOf(run.id, 1);
    },

    async plan(runs) {
      if (runs.length === 0) return;
      const createdAt = now();
      const rows = runs.flatMap((run) => rowsOf(run, form, notBegun, createdAt));
      await record(`${runs.length} runs`, rows);
    },

    async claim(runId, { force = false } = {}) {
      let asked: number | null = null;
      const taken = await resilience(`take run ${runId} up`, (again) => {
        const at = now();
        // What an earlier try of this very call has taken is ours, and is taken again.
        const ours = again ? asked : null;
        asked = at + leaseMs;
        return db
          .updateTable("records")
          .set((row) => ({
            state: "running",
            attempt: row("attempt", "+", 1),
            held_until: asked,
            started_at: row.fn.coalesce("started_at", row.val(at)),
            ended_at: null,
            error: null,
          }))
          .where("run_id", "=", runId)
          .where("name", "=", RUN)
          .where("kind", "=", kind)
          .where("state", "!=", "done")
          .$if(!force, (update) =>
            update.where((row) =>
              row.or([
                row("state", "!=", "running"),
                row("held_until", "is", null),
                row("held_until", "<=", at),
                row("held_until", "=", ours),
              ]),
            ),
          )
          .returning("attempt")
          .executeTakeFirst();
      });
      return taken === undefined || taken.attempt === null ? null : claimOf(runId, taken.attempt);
    },

    async endWaiting(list, { state, error }) {
      const endedAt = now();
      const { numUpdatedRows } = await resilience(`end the waiting runs of list ${list}`, () =>
        db
          .updateTable("records")
          .set({ state, error, ended_at: endedAt })
          .where("list_id", "=", list)
          .where("kind", "=", kind)
          .where("state", "=", "waiting")
          .executeTakeFirstOrThrow(),
      );
      return Number(numUpdatedRows);
    },

    async read(runId) {
      const [run, ...steps] = await resilience(`read run ${runId}`, () =>
        db.selectFrom("records").selectAll().where("run_id", "=", runId).orderBy("place").execute(),
      );
      if (run?.kind !== kind) return null;
      return (await rowReader(form)).keptRunOf(run, steps);
    },

    async latestList() {
      const run = await resilience("look up the latest list", () =>
        db
          .selectFrom("records")
          .select("list_id")
          .where("name", "=", RUN)
          .where("kind", "=", kind)
          .where("list_id", "is not", null)
          .orderBy("created_at", "desc")
          .orderBy("list_id", "desc")
          .limit(1)
          .executeTakeFirst(),
      );
      return run?.list_id ?? null;
    },

    async runs({ list, position, symbol, states, search, before, limit, onUnreadable }) {
      let asked = newestFirst(db).select(recordColumns).where("kind", "=", kind);
      if (list !== undefined) {
        asked = asked.where("list_id", "=", list).clearOrderBy().orderBy("list_position");
      }
      if (position !== undefined) asked = asked.where("list_position", "=", position);
      if (symbol !== undefined) asked = asked.where("symbol", "=", symbol);
      if (states !== undefined) {
        if (states.length === 0) return [];
        asked = asked.where("state", "in", states);
      }
      if (before !== undefined) asked = asked.where("created_at", "<", Math.ceil(before));
      if (search === undefined && limit !== undefined) asked = asked.limit(limit);
      const rows = await resilience("list runs", () => asked.execute());
      if (rows.length === 0) return [];
      const { recordOf } = await rowReader(form);
      return matchingRows(rows, { search, limit }).flatMap((row) => {
        try {
          return recordOf(row);
        } catch (unreadable) {
          if (onUnreadable === undefined) throw unreadable;
          onUnreadable(row.run_id);
          return [];
        }
      });
    },

    async remove(runIds) {
      await resilience(`remove ${runIds.length} runs`, () => removeRuns(db, kind, runIds));
    },
  };
}
