import { headlineOf, missingOf, titleOf } from "../run-forms/index.ts";
import type { AnyRunRecord } from "../run-record.ts";
import { shownState, stateWords } from "../shown-state.ts";
import { age } from "./age.ts";
import { duration } from "./duration.ts";
import { printable } from "./printable.ts";
import { type Column, renderTable } from "./table.ts";
import { tableCell } from "./table-cell.ts";
import { usdText } from "./usd.ts";
import { resumeCommand } from "./way-on.ts";

const COLUMNS: readonly Column[] = [
  { title: "Run", align: "left" },
  { title: "Kind", align: "left" },
  { title: "About", align: "left" },
  { title: "As of", align: "left" },
  { title: "Data", align: "left" },
  { title: "State", align: "left" },
  { title: "Outcome", align: "left" },
  { title: "Gaps", align: "right" },
  { title: "Wall", align: "right" },
  { title: "Cost", align: "right" },
  { title: "Age", align: "right" },
];

/** Nothing to show, as in the cells of a run without a result. */
const NONE = "-";

/**
 * Runs as a table, and how those go on that were cut off, safe to print on a terminal.
 *
 * @param now epoch milliseconds
 */
export function renderRunList(runs: readonly AnyRunRecord[], now: number): string {
  const table = renderTable(
    COLUMNS,
    runs.map((run) => rowOf(run, now)),
  );
  const ways = runs
    .filter((run) => shownState(run, now) === "cut-off")
    .flatMap((run) => resumeCommand(run, now) ?? [])
    .map((command) => `    ${command}`);
  const cutOff = "Nobody is at work any more on what was cut off; it goes on where it was by";
  const parts = [table, ...(ways.length === 0 ? [] : [`${cutOff}\n\n${ways.join("\n")}`])];
  return `${printable(parts.join("\n\n"))}\n`;
}

function rowOf(run: AnyRunRecord, now: number): string[] {
  const { id, kind, configuration, summary, createdAt } = run;
  return [
    tableCell(id),
    kind,
    tableCell(titleOf(run)),
    configuration.asOf,
    dataWord(run),
    stateWords(shownState(run, now)),
    tableCell(headlineOf(run) ?? NONE),
    String(missingOf(run) ?? NONE),
    summary === null ? NONE : duration(summary.wallMs),
    summary === null ? NONE : usdText(summary.usage.usd),
    age(now - createdAt),
  ];
}

/** Before its result a run on `auto` may come to either. */
function dataWord({ configuration: { data }, summary }: AnyRunRecord): string {
  const asked = data === "auto" ? null : data === "demo";
  const synthetic = summary === null ? asked : summary.synthetic;
  if (synthetic === null) return NONE;
  return synthetic ? "SYNTHETIC" : "market";
}
