import type { Kysely, Updateable } from "kysely";
import { DeskError } from "#core/errors.ts";
import type { RunForm } from "#core/run-forms/run-form.ts";
import type { RunKind } from "#core/run-kind.ts";
import type { Attempt, RunClaim, RunEnd } from "#core/run-store.ts";
import type { Fence } from "./fence.ts";
import type { Resilience } from "./resilient.ts";
import { RUN } from "./rows.ts";
import type { RecordsTable, Tables } from "./tables.ts";

type Changes = Updateable<RecordsTable>;

export interface RunClaimOptions extends Attempt {
  readonly db: Kysely<Tables>;
  readonly fence: Fence;
  readonly resilience: Resilience;
  /** Epoch milliseconds, whole ones. */
  readonly now: () => number;
  readonly leaseMs: number;
}

/** The writes of whoever has taken a run up: each is made only where its attempt is still the run's. */
export function createRunClaim<K extends RunKind>(
  form: RunForm<K>,
  options: RunClaimOptions,
): RunClaim<K> {
  const { db, fence, resilience, now, leaseMs, runId, attempt } = options;

  const updateRun = (on = db) =>
    on
      .updateTable("records")
      .where("run_id", "=", runId)
      .where("name", "=", RUN)
      .where("attempt", "=", attempt);

  async function updateStep(step: string, changes: Changes): Promise<void> {
    const { numUpdatedRows } = await db
      .updateTable("records")
      .set(changes)
      .where("run_id", "=", runId)
      .where("name", "=", step)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("records as run")
            .select("run.attempt")
            .where("run.run_id", "=", runId)
            .where("run.name", "=", RUN)
            .where("run.attempt", "=", attempt),
        ),
      )
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return;
    await fence({ runId, attempt });
    throw new DeskError(
      "storage",
      `run ${runId} has no record of a step ${JSON.stringify(step)}. Begin the run anew.`,
      { facts: { run: runId, step } },
    );
  }

  /** @param again whether an earlier try of this very call may have written it: that is no other end */
  async function endRun(
    on: Kysely<Tables>,
    end: RunEnd<K>,
    endedAt: number,
    again: boolean,
  ): Promise<boolean> {
    const { numUpdatedRows } = await updateRun(on)
      .set({ state: end.state, ended_at: endedAt, held_until: null, ...broughtBy(end, form) })
      .where((row) => {
        const running = row("state", "=", "running");
        const same = row.and({ state: end.state, ended_at: endedAt });
        return again ? row.or([running, same]) : running;
      })
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  /** Of a run without a result, what was begun is to be done anew. */
  async function leaveSteps(on: Kysely<Tables>): Promise<void> {
    await on
      .updateTable("records")
      .set({ state: "waiting", started_at: null })
      .where("run_id", "=", runId)
      .where("name", "!=", RUN)
      .where("state", "=", "running")
      .execute();
  }

  return {
    runId,
    attempt,

    async stepStarted(step) {
      const changes = { state: "running", started_at: now(), ...notEnded };
      await resilience(`record the start of ${step} in run ${runId}`, () =>
        updateStep(step, changes),
      );
    },

    async stepEnded(step, outcome) {
      const { state, error } = form.stepEndOf(outcome);
      const changes = {
        state,
        ended_at: now(),
        error: error === null ? null : storable(error),
        outcome: JSON.stringify(outcome),
      };
      await resilience(`record the end of ${step} in run ${runId}`, () =>
        updateStep(step, changes),
      );
    },

    async renew() {
      await resilience(`hold run ${runId}`, async () => {
        const { numUpdatedRows } = await updateRun()
          .set({ held_until: now() + leaseMs })
          .where("state", "=", "running")
          .executeTakeFirstOrThrow();
        // One that has ended meanwhile needs no holding.
        if (numUpdatedRows === 0n) await fence({ runId, attempt });
      });
    },

    async end(end) {
      const endedAt = now();
      await resilience(`record the end of run ${runId}`, async (again) => {
        const ended =
          end.state === "done"
            ? await endRun(db, end, endedAt, again)
            : await db.transaction().execute(async (transaction) => {
                const first = await endRun(transaction, end, endedAt, again);
                if (first) await leaveSteps(transaction);
                return first;
              });
        if (ended) return;
        await fence({ runId, attempt });
        throw endedAlready(runId);
      });
    },
  };
}

const notEnded = { ended_at: null, error: null, outcome: null };

function broughtBy<K extends RunKind>(
  end: RunEnd<K>,
  form: RunForm<K>,
): Pick<Changes, "error" | "outcome" | "summary"> {
  if (end.state !== "done") return { error: storable(end.error) };
  const { result } = end;
  return {
    error: null,
    outcome: JSON.stringify(result),
    summary: JSON.stringify(form.summaryOf(result)),
  };
}

/** PostgreSQL's texts hold no NUL, which JSON writes in another way. */
function storable(text: string): string {
  return text.replaceAll("\0", "�");
}

function endedAlready(runId: string): DeskError {
  return new DeskError(
    "taken_over",
    `run ${runId} has ended already, and an end is recorded once. See it by "trading-graph runs show ${runId}".`,
    { facts: { run: runId } },
  );
}
