import type { KeptRun } from "../run-record.ts";
import { shownState } from "../shown-state.ts";
import { isoTime } from "../span.ts";
import type { CsvCell } from "./csv.ts";

interface CsvColumn {
  readonly name: string;
  readonly cell: (run: KeptRun, now: number) => CsvCell;
}

const COLUMNS: readonly CsvColumn[] = [
  { name: "run", cell: ({ id }) => id },
  { name: "list", cell: ({ list }) => list?.id ?? null },
  { name: "position", cell: ({ list }) => list?.position ?? null },
  { name: "symbol", cell: ({ configuration }) => configuration.symbol },
  { name: "as_of", cell: ({ configuration }) => configuration.asOf },
  { name: "state", cell: shownState },
  { name: "error", cell: ({ error }) => error },
  { name: "synthetic", cell: ({ summary }) => summary?.synthetic ?? null },
  { name: "model", cell: ({ summary }) => summary?.model ?? null },
  { name: "action", cell: ({ summary }) => summary?.action ?? null },
  { name: "confidence", cell: ({ summary }) => summary?.confidence ?? null },
  { name: "horizon", cell: ({ summary }) => summary?.horizon ?? null },
  { name: "entry", cell: (run) => levelsOf(run)?.entry ?? null },
  { name: "stop", cell: (run) => levelsOf(run)?.stop ?? null },
  { name: "target", cell: (run) => levelsOf(run)?.target ?? null },
  { name: "currency", cell: (run) => levelsOf(run)?.currency ?? null },
  { name: "reports", cell: ({ summary }) => summary?.reports ?? null },
  { name: "analysts", cell: ({ configuration }) => configuration.analysts.length },
  { name: "gaps", cell: ({ summary }) => summary?.gaps ?? null },
  { name: "flags", cell: ({ summary }) => summary?.flags ?? null },
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
];

/** The head of the rows that `runCsvRow` gives. */
export const runCsvColumns: readonly string[] = COLUMNS.map(({ name }) => name);

/**
 * A run as a row of CSV. Times are ISO 8601.
 *
 * @param now epoch milliseconds, by which a run that nobody holds any more was cut off
 */
export function runCsvRow(run: KeptRun, now: number): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(run, now));
}

function levelsOf({ result }: KeptRun) {
  return result?.decision?.levels;
}

function timeCell(time: number | null): string | null {
  return time === null ? null : isoTime(time);
}
