import type { Difference } from "../run-configuration.ts";
import type { Pair } from "../run-diff/pair.ts";
import { headlineOf, titleOf } from "../run-forms/index.ts";
import type { RunKind } from "../run-kind.ts";
import type { KeptRun } from "../run-record.ts";
import { shownState, stateWords } from "../shown-state.ts";
import { inline } from "./inline.ts";
import { printable } from "./printable.ts";
import { renderTable } from "./table.ts";
import { jsonCell } from "./table-cell.ts";

/**
 * Two runs of one kind beside each other, as Markdown that is safe to print: what they were asked, and
 * what each came to.
 *
 * @param now epoch milliseconds, by which a run that nobody holds any more was cut off
 */
export function renderPlainDiff<K extends RunKind>(
  { a, b }: Pair<KeptRun<K>>,
  differences: readonly Difference[],
  now: number,
): string {
  const columns = ["", "A", "B"].map((title) => ({ title, align: "left" }) as const);
  const rows = differences.map(({ setting, before, now: after }) => [
    setting,
    jsonCell(before),
    jsonCell(after),
  ]);
  const text = [
    "# What differs",
    `${runLine("A", a, now)}\n${runLine("B", b, now)}`,
    `## Configuration\n\n${rows.length === 0 ? "The same." : renderTable(columns, rows)}`,
  ];
  return `${printable(text.join("\n\n"))}\n`;
}

function runLine<K extends RunKind>(name: string, run: KeptRun<K>, now: number): string {
  const outcome = headlineOf(run) ?? run.error ?? "no result";
  const state = stateWords(shownState(run, now));
  return inline(`- ${name}: ${run.id}, ${titleOf(run)}, ${state}: ${outcome}`);
}
