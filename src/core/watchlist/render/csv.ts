import { type CsvCell, renderCsv as renderRows } from "../../render/csv.ts";
import { oneLine } from "../../render/one-line.ts";
import type { RunRecord } from "../../run-record.ts";
import { entryOf } from "../row.ts";

const HEADER = [
  "symbol",
  "status",
  "action",
  "confidence",
  "horizon",
  "reports",
  "analysts",
  "gaps",
  "flags",
  "synthetic",
  "model",
  "ms",
  "input_tokens",
  "output_tokens",
  "usd",
  "reason",
];

/** A list as CSV: a header, and a row a ticker, each on one line. */
export function renderCsv(runs: readonly RunRecord[]): string {
  return renderRows(HEADER, runs.map(cells));
}

function cells(run: RunRecord): CsvCell[] {
  const { symbol, status, reason, ms } = entryOf(run);
  const { summary } = run;
  return [
    symbol,
    status,
    summary?.action ?? null,
    summary?.confidence ?? null,
    summary?.horizon ?? null,
    summary?.reports ?? null,
    summary?.analysts ?? null,
    summary?.gaps ?? null,
    summary?.flags ?? null,
    summary?.synthetic ?? null,
    summary === null ? null : oneLine(summary.model),
    ms,
    summary?.usage.inputTokens ?? null,
    summary?.usage.outputTokens ?? null,
    summary?.usage.usd ?? null,
    reason,
  ];
}
