import { DISCLAIMER } from "../../render/byline.ts";
import { counted } from "../../render/counted.ts";
import { duration } from "../../render/duration.ts";
import { inline } from "../../render/inline.ts";
import { printable } from "../../render/printable.ts";
import { type Column, renderTable } from "../../render/table.ts";
import type { RunRecord } from "../../run-record.ts";
import { entryOf } from "../row.ts";
import { type ListTotals, totalsOf } from "../totals.ts";
import { countWords } from "./count-words.ts";
import { syntheticWords } from "./synthetic-words.ts";
import { listUsageWords } from "./usage-words.ts";

const COLUMNS: readonly Column[] = [
  { title: "Symbol", align: "left" },
  { title: "Status", align: "left" },
  { title: "Action", align: "left" },
  { title: "Confidence", align: "right" },
  { title: "Horizon", align: "right" },
  { title: "Analysts", align: "right" },
  { title: "Gaps", align: "right" },
  { title: "Flags", align: "right" },
  { title: "Time", align: "right" },
  { title: "Reason", align: "left" },
];

/** Of a reason: a table is no place for a longer one. */
const LONGEST_REASON = 160;

/** A list that was worked on as Markdown for people, safe to print on a terminal. */
export function renderWatchlist(runs: readonly RunRecord[]): string {
  const notice = syntheticWords(runs);
  const totals = totalsOf(runs);
  const sections = [
    ...(notice === null ? [] : [`> **${notice}**`]),
    `# ${countWords(totals.counts, counted(runs.length, "ticker", "tickers"))}`,
    renderTable(COLUMNS, runs.map(cells)),
    workLine(totals),
    listUsageWords(totals),
    `*${[DISCLAIMER, ...(notice === null ? [] : [notice])].join(" ")}*`,
  ];
  return `${printable(sections.join("\n\n"))}\n`;
}

function cells(run: RunRecord): string[] {
  const { symbol, status, reason, ms } = entryOf(run);
  const time = ms === null ? "" : duration(ms);
  const why = cell(reason ?? "");
  if (run.summary === null) return [cell(symbol), status, "", "", "", "", "", "", time, why];
  const { action, confidence, horizon, reports, analysts, gaps, flags } = run.summary;
  return [
    cell(symbol),
    status,
    action?.toUpperCase() ?? "none",
    confidence?.toFixed(2) ?? "",
    horizon ?? "",
    `${reports}/${analysts}`,
    String(gaps),
    String(flags),
    time,
    why,
  ];
}

/** Text in a cell: it may neither end it nor begin anything else. */
function cell(text: string): string {
  const cut = text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
  return inline(cut).replaceAll("|", "\\|");
}

function workLine({ wallMs, workMs, overlap }: ListTotals): string {
  return [
    `wall ${duration(wallMs)}`,
    `work ${duration(workMs)}`,
    `overlap ${overlap === null ? "unknown" : `${overlap.toFixed(2)}x`}`,
  ].join(" · ");
}
