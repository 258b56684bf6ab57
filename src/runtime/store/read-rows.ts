import type { Selectable } from "kysely";
import { ZodError, z } from "zod";
import { DeskError, messageOf } from "#core/errors.ts";
import { runForms } from "#core/run-forms/index.ts";
import type { RunForm } from "#core/run-forms/run-form.ts";
import { type HistoryEntry, historyEntrySchema, printableEntry } from "#core/run-history.ts";
import type { RunKind } from "#core/run-kind.ts";
import {
  type KeptRun,
  type RunRecord,
  runFieldsSchema,
  type StepRecord,
  stepFieldsSchema,
} from "#core/run-record.ts";
import type { RecordsTable } from "./tables.ts";

type Row = Selectable<RecordsTable>;

/** What a run's own row says of it in short. */
export const entryColumns = [
  "run_id",
  "kind",
  "title",
  "list_id",
  "list_position",
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

/** What it says of it beside its result. */
export const recordColumns = [...entryColumns, "configuration"] as const;

type EntryColumns = Pick<Row, (typeof entryColumns)[number]>;
type RecordColumns = Pick<Row, (typeof recordColumns)[number]>;

/**
 * A run of whatever kind in short.
 *
 * @throws DeskError `storage` when its row does not hold one
 */
export async function entryOf(row: EntryColumns): Promise<HistoryEntry> {
  const { kind, title, summary } = row;
  const headlineIn = kind === null || summary === null ? null : await headlineReader(kind);
  return readable(row.run_id, () => {
    const headline = headlineIn?.(parsed(summary)) ?? null;
    return printableEntry(historyEntrySchema.parse({ ...fieldsOf(row), kind, title, headline }));
  });
}

async function headlineReader<K extends RunKind>(kind: K): Promise<(summary: unknown) => string> {
  const { schemas, headlineOf }: RunForm<K> = runForms[kind];
  const { summary } = await schemas();
  return (value) => headlineOf(summary.parse(value));
}

/** How the rows of one kind of run are read. */
export interface RowReader<K extends RunKind> {
  /**
   * A run without steps and result.
   *
   * @throws DeskError `storage` when its row does not hold one
   */
  recordOf(row: RecordColumns): RunRecord<K>;
  /**
   * A run with its steps and its result.
   *
   * @param run its own row
   * @param steps those of its steps, in their order
   * @throws DeskError `storage` when they do not hold one
   */
  keptRunOf(run: Row, steps: readonly Row[]): KeptRun<K>;
}

export async function rowReader<K extends RunKind>(form: RunForm<K>): Promise<RowReader<K>> {
  const { kind } = form;
  const { configuration, outcome, result, summary } = await form.schemas();

  const recordIn = (row: RecordColumns): RunRecord<K> => ({
    ...runFieldsSchema.parse(fieldsOf(row)),
    kind,
    configuration: configuration.parse(parsed(row.configuration)),
    summary: summary.nullable().parse(parsed(row.summary)),
  });

  const stepIn = (row: Row): StepRecord<K> => ({
    ...stepFieldsSchema.parse(stepFieldsOf(row)),
    outcome: outcome.nullable().parse(parsed(row.outcome)),
  });

  return {
    recordOf: (row) => readable(row.run_id, () => recordIn(row)),
    keptRunOf: (run, steps) =>
      readable(run.run_id, () => ({
        ...recordIn(run),
        steps: steps.map(stepIn),
        result: result.nullable().parse(parsed(run.outcome)),
      })),
  };
}

function fieldsOf(row: EntryColumns): Record<keyof typeof runFieldsSchema.shape, unknown> {
  return {
    id: row.run_id,
    list: row.list_id === null ? null : { id: row.list_id, position: row.list_position },
    state: row.state,
    attempt: row.attempt,
    heldUntil: row.held_until,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    error: row.error,
    rerunOf: row.rerun_of,
  };
}

function stepFieldsOf(row: Row): Record<keyof typeof stepFieldsSchema.shape, unknown> {
  return {
    name: row.name,
    group: row.execution_group,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    error: row.error,
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
