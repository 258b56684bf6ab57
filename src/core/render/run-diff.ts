import { figure } from "../figure.ts";
import type { Gap } from "../report.ts";
import type { Figure, FigureDiff } from "../run-diff/figures.ts";
import type { Pair } from "../run-diff/pair.ts";
import type { DiffedRun, ResultDiff, RunDiff } from "../run-diff/run-diff.ts";
import { stateWords } from "../shown-state.ts";
import { counted } from "./counted.ts";
import { duration } from "./duration.ts";
import { inline } from "./inline.ts";
import { printable } from "./printable.ts";
import { signedPercent } from "./signed-percent.ts";
import { stanceWords } from "./stance-words.ts";
import { renderTable } from "./table.ts";
import { jsonCell, tableCell } from "./table-cell.ts";
import { usdText } from "./usd.ts";
import { levelText, titleOf } from "./wording.ts";

const FIGURES_SHOWN = 20;

/** Two runs held against each other, as Markdown that is safe to print on a terminal. */
export function renderRunDiff({ runs, configuration, results }: RunDiff): string {
  const { a, b } = runs;
  const sections = [
    ...(a.symbol === b.symbol
      ? []
      : [
          `**These are runs on different symbols, ${inline(a.symbol)} and ${inline(b.symbol)}: figures are compared by what they are.**`,
        ]),
    `# What differs\n\n${runLine("A", a)}\n${runLine("B", b)}`,
    section(
      "Configuration",
      configuration.map(({ setting, before, now }) => [setting, jsonCell(before), jsonCell(now)]),
      "The same.",
    ),
    ...(results === null ? [withoutResult([a, b])] : resultSections(results)),
  ];
  return `${printable(sections.join("\n\n"))}\n`;
}

function runLine(name: string, { id, symbol, asOf, state, synthetic }: DiffedRun): string {
  const data = synthetic ? ", SYNTHETIC DATA" : "";
  return inline(`- ${name}: ${id}, ${symbol} as of ${asOf}, ${stateWords(state)}${data}`);
}

function withoutResult(runs: readonly DiffedRun[]): string {
  const lines = runs
    .filter(({ hasResult }) => !hasResult)
    .map(({ id, state, error }) => {
      const why = error === null ? "" : `: ${error}`;
      return inline(`Run ${id} has no result (${stateWords(state)})${why}`);
    });
  return [...lines, "So there is nothing more to compare."].join("\n\n");
}

function resultSections(results: ResultDiff): string[] {
  const { analysts, gaps, figures } = results;
  return [
    section("Decision", decisionRows(results)),
    section(
      "Analysts",
      analysts.map(({ analyst, a, b }) => [titleOf(analyst), viewText(a), viewText(b)]),
    ),
    ...gapsSections(gaps),
    figuresSection(figures),
    section("Time and cost", [
      row("Wall", results.wallMs, duration),
      row("Work", results.workMs, duration),
      row("Cost", results.usd, usdText),
    ]),
  ];
}

function section(
  title: string,
  rows: readonly (readonly string[])[],
  otherwise = "Nothing.",
): string {
  const columns = ["", "A", "B"].map((name) => ({ title: name, align: "left" }) as const);
  return `## ${title}\n\n${rows.length === 0 ? otherwise : renderTable(columns, rows)}`;
}

function row<Value>(name: string, { a, b }: Pair<Value>, text: (value: Value) => string): string[] {
  return [name, tableCell(text(a)), tableCell(text(b))];
}

function decisionRows({ decision }: ResultDiff): string[][] {
  const of = (name: string, text: (one: NonNullable<typeof decision.a>) => string) =>
    row(name, decision, (one) => (one === null ? "none" : text(one)));
  return [
    of("Action", ({ action }) => action),
    of("Confidence", ({ confidence }) => confidence.toFixed(2)),
    of("Horizon", ({ horizon }) => horizon),
    ...(["entry", "stop", "target"] as const).map((name) =>
      of(titleOf(name), ({ levels }) => levelText(levels[name], levels.currency)),
    ),
  ];
}

function viewText(view: ResultDiff["analysts"][number]["a"]): string {
  return view === null ? "no report" : stanceWords(view);
}

function gapsSections({ a, b }: Pair<readonly Gap[]>): string[] {
  const lines = (name: string, gaps: readonly Gap[]) =>
    gaps.map(({ analyst, round, reason, message }) => {
      const turn = round === null ? "" : `, round ${round}`;
      return inline(`- only ${name}: ${analyst}${turn} (${reason}): ${message}`);
    });
  const all = [...lines("A", a), ...lines("B", b)];
  return all.length === 0 ? [] : [`## Gaps\n\n${all.join("\n")}`];
}

function figuresSection({ both, only, changed }: FigureDiff): string {
  const shown = changed.slice(0, FIGURES_SHOWN);
  const largest =
    changed.length > shown.length ? `, the ${FIGURES_SHOWN} largest changes first` : "";
  const head = `${changed.length} of ${counted(both, "figure", "figures")} that both know differ${largest}. Only A knows ${only.a}, only B ${only.b}.`;
  if (shown.length === 0) return `## Figures\n\n${head}`;
  const table = renderTable(
    [
      { title: "Figure", align: "left" },
      { title: "A", align: "right" },
      { title: "B", align: "right" },
      { title: "Change", align: "right" },
    ],
    shown.map(({ path, label, a, b, changePercent }) => [
      tableCell(`${label} (${path})`),
      tableCell(figureText(a)),
      tableCell(figureText(b)),
      changePercent === null ? "-" : signedPercent(changePercent),
    ]),
  );
  return `## Figures\n\n${head}\n\n${table}`;
}

function figureText({ value, unit, currency }: Figure): string {
  return figure(value, unit, currency);
}
