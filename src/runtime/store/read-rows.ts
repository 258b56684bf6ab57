import type { Selectable } from "kysely";
import { ZodError, z } from "zod";
import { DeskError, messageOf } from "#core/errors.ts";
import { type KeptRun, keptRunSchema, type RunRecord, runRecordSchema } from "#core/run-record.ts";
import type { RecordsTable } from "./tables.ts";

type Row = Selectable<RecordsTable>;

/** What a run's own row says of it beside its result. */
export const recordColumns = [
  "run_id",
  "list_id",
  "list_position",
  "configuration",
  "state",
  "attempt",
  "held_until",
  "created_at",
  "started_at",
  "ended_at",
  "error",
  "rerun_of",
  "summary",
] as const satisfies readonly (keyof RecordsTable)[];

type RecordColumns = Pick<Row, (typeof recordColumns)[number]>;

/**
 * A run without steps and result.
 *
 * @throws DeskError `storage` when its row does not hold one
 */
export function recordOf(row: RecordColumns): RunRecord {
  return readable(row.run_id, () => runRecordSchema.parse(fieldsOf(row)));
}

/**
 * A run with its steps and its result.
 *
 * @param run its own row
 * @param steps those of its steps, in their order
 * @throws DeskError `storage` when they do not hold one
 */
export function keptRunOf(run: Row, steps: readonly Row[]): KeptRun {
  return readable(run.run_id, () =>
    keptRunSchema.parse({
      ...fieldsOf(run),
      steps: steps.map(stepOf),
      result: parsed(run.outcome),
    }),
  );
}

function fieldsOf(row: RecordColumns): Record<keyof RunRecord, unknown> {
  return {
    id: row.run_id,
    list: row.list_id === null ? null : { id: row.list_id, position: row.list_position },
    configuration: parsed(row.configuration),
    state: row.state,
    attempt: row.attempt,
    heldUntil: row.held_until,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    error: row.error,
    rerunOf: row.rerun_of,
    summary: parsed(row.summary),
  };
}

function stepOf(row: Row): Record<keyof KeptRun["steps"][number], unknown> {
  return {
    name: row.name,
    group: row.execution_group,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    error: row.error,
    outcome: parsed(row.outcome),
  };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

function readable<T>(runId: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof ZodError ? z.prettifyError(cause) : messageOf(cause);
    throw new DeskError(
      "storage",
      `the record of run ${runId} cannot be read: ${reason}. Another version of this program may have written it: read it with that one, or remove it.`,
      { cause, facts: { run: runId } },
    );
  }
}
