import { headlineOf, missingOf, titleOf } from "../run-forms/index.ts";
import type { AnyKeptRun } from "../run-record.ts";
import { shownState } from "../shown-state.ts";
import { isoTime } from "../span.ts";
import type { CsvCell } from "./csv.ts";

interface CsvColumn {
  readonly name: string;
  readonly cell: (run: AnyKeptRun, now: number) => CsvCell;
}

const COLUMNS: readonly CsvColumn[] = [
  { name: "run", cell: ({ id }) => id },
  { name: "list", cell: ({ list }) => list?.id ?? null },
  { name: "position", cell: ({ list }) => list?.position ?? null },
  { name: "symbol", cell: symbolOf },
  { name: "as_of", cell: ({ configuration }) => configuration.asOf },
  { name: "state", cell: shownState },
  { name: "error", cell: ({ error }) => error },
  { name: "synthetic", cell: ({ summary }) => summary?.synthetic ?? null },
  { name: "model", cell: modelOf },
  { name: "action", cell: (run) => analysisIn(run)?.action ?? null },
  { name: "confidence", cell: (run) => analysisIn(run)?.confidence ?? null },
  { name: "horizon", cell: (run) => analysisIn(run)?.horizon ?? null },
  { name: "entry", cell: (run) => levelsOf(run)?.entry ?? null },
  { name: "stop", cell: (run) => levelsOf(run)?.stop ?? null },
  { name: "target", cell: (run) => levelsOf(run)?.target ?? null },
  { name: "currency", cell: (run) => levelsOf(run)?.currency ?? null },
  { name: "reports", cell: (run) => analysisIn(run)?.reports ?? null },
  { name: "analysts", cell: analystsOf },
  { name: "gaps", cell: missingOf },
  { name: "flags", cell: (run) => analysisIn(run)?.flags ?? null },
  { name: "wall_ms", cell: ({ summary }) => summary?.wallMs ?? null },
  { name: "work_ms", cell: ({ summary }) => summary?.workMs ?? null },
  { name: "input_tokens", cell: ({ summary }) => summary?.usage.inputTokens ?? null },
  { name: "output_tokens", cell: ({ summary }) => summary?.usage.outputTokens ?? null },
  { name: "usd", cell: ({ summary }) => summary?.usage.usd ?? null },
  { name: "attempt", cell: ({ attempt }) => attempt },
  { name: "rerun_of", cell: ({ rerunOf }) => rerunOf },
  { name: "created_at", cell: ({ createdAt }) => isoTime(createdAt) },
  { name: "started_at", cell: ({ startedAt }) => timeCell(startedAt) },
  { name: "ended_at", cell: ({ endedAt }) => timeCell(endedAt) },
  { name: "kind", cell: ({ kind }) => kind },
  { name: "about", cell: titleOf },
  { name: "outcome", cell: headlineOf },
];

/** The head of the rows that `runCsvRow` gives. */
export const runCsvColumns: readonly string[] = COLUMNS.map(({ name }) => name);

/**
 * A run as a row of CSV. Times are ISO 8601.
 *
 * @param now epoch milliseconds, by which a run that nobody holds any more was cut off
 */
export function runCsvRow(run: AnyKeptRun, now: number): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(run, now));
}

function symbolOf({ configuration }: AnyKeptRun): CsvCell {
  return "symbol" in configuration ? configuration.symbol : null;
}

function modelOf({ summary }: AnyKeptRun): CsvCell {
  return summary !== null && "model" in summary ? summary.model : null;
}

/** What an analysis came to; null for runs of other kinds. */
function analysisIn(run: AnyKeptRun) {
  return run.kind === "analysis" ? run.summary : null;
}

function analystsOf(run: AnyKeptRun): CsvCell {
  return run.kind === "analysis" ? run.configuration.analysts.length : null;
}

function levelsOf(run: AnyKeptRun) {
  return run.kind === "analysis" ? run.result?.decision?.levels : undefined;
}

function timeCell(time: number | null): string | null {
  return time === null ? null : isoTime(time);
}
