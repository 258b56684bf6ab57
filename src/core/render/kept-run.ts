import type { Decision } from "../decision.ts";
import { settingsOf } from "../run-configuration.ts";
import type { KeptRun, StepRecord } from "../run-record.ts";
import { shownState, stateWords } from "../shown-state.ts";
import { isoTime } from "../span.ts";
import { bullets } from "./bullets.ts";
import { duration } from "./duration.ts";
import { inline } from "./inline.ts";
import { printable } from "./printable.ts";
import { stanceWords } from "./stance-words.ts";
import { renderTable } from "./table.ts";
import { jsonCell, tableCell } from "./table-cell.ts";
import { usdText } from "./usd.ts";
import { rerunCommand, resumeCommand } from "./way-on.ts";
import { horizonWords, levelText } from "./wording.ts";

/** From where a run is looked at. */
interface Viewpoint {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The run's folder; null where this machine has none. */
  readonly folder: string | null;
}

/** What is kept of a run, but for the texts of its reports, as Markdown that is safe to print. */
export function renderKeptRun(run: KeptRun, { now, folder }: Viewpoint): string {
  const { id, configuration, result, steps } = run;
  const notice = result?.data.notice ?? null;
  const sections = [
    ...(notice === null ? [] : [`> **${inline(notice)}**`]),
    `# Run ${inline(id)}`,
    bullets(factsOf(run, now)),
    ...(result === null ? [] : [`## Decision\n\n${decisionText(result.decision)}`]),
    `## Steps\n\n${stepsTable(steps)}`,
    `## Configuration\n\n${settingsTable(configuration)}`,
    folder === null
      ? "This machine has no folder of it."
      : `Its events, result and report are kept in ${inline(folder)}`,
    ...way("It goes on where it was by", resumeCommand(run, now)),
    ...way("What is missing is tried again by", rerunCommand(run)),
  ];
  return `${printable(sections.join("\n\n"))}\n`;
}

function factsOf(run: KeptRun, now: number): string[] {
  const { list, attempt, createdAt, startedAt, endedAt, error, rerunOf, summary } = run;
  const state = stateWords(shownState(run, now));
  return [
    `State: ${state}${attempt > 1 ? `, taken up ${attempt} times` : ""}`,
    ...(error === null ? [] : [`Why: ${error}`]),
    `Recorded ${isoTime(createdAt)}, begun ${timeText(startedAt)}, ended ${timeText(endedAt)}`,
    ...(list === null ? [] : [`Position ${list.position} of list ${list.id}, counted from 0`]),
    ...(rerunOf === null ? [] : [`Keeps the reports of ${rerunOf}`]),
    ...(summary === null
      ? []
      : [
          `${summary.reports} of ${summary.analysts} analysts reported, gaps: ${summary.gaps}, flags on the data: ${summary.flags}`,
          `Wall ${duration(summary.wallMs)}, work ${duration(summary.workMs)}, cost ${usdText(summary.usage.usd)}, model ${summary.model}`,
        ]),
  ];
}

function timeText(time: number | null): string {
  return time === null ? "not yet" : isoTime(time);
}

function decisionText(decision: Decision | null): string {
  if (decision === null) return "None.";
  const { action, confidence, horizon, thesis, levels } = decision;
  const prices = (["entry", "stop", "target"] as const).map(
    (name) => `${name} ${levelText(levels[name], levels.currency)}`,
  );
  return [
    `**${action.toUpperCase()}, confidence ${confidence.toFixed(2)} over ${horizonWords(horizon)}**`,
    inline(thesis),
    inline(`Levels: ${prices.join(" · ")}`),
  ].join("\n\n");
}

function stepsTable(steps: readonly StepRecord[]): string {
  return renderTable(
    [
      { title: "Step", align: "left" },
      { title: "State", align: "left" },
      { title: "Begun", align: "left" },
      { title: "Took", align: "right" },
      { title: "Outcome", align: "left" },
    ],
    steps.map((step) => [
      tableCell(step.name),
      step.state,
      timeText(step.startedAt),
      step.startedAt === null || step.endedAt === null
        ? "-"
        : duration(step.endedAt - step.startedAt),
      tableCell(outcomeText(step)),
    ]),
  );
}

function outcomeText({ outcome, error }: StepRecord): string {
  if (outcome === null) return error ?? "-";
  if ("reason" in outcome) return `${outcome.reason}: ${outcome.message}`;
  return stanceWords(outcome);
}

function settingsTable(configuration: object): string {
  return renderTable(
    [
      { title: "Setting", align: "left" },
      { title: "Value", align: "left" },
    ],
    settingsOf(configuration).map(({ setting, value }) => [setting, jsonCell(value)]),
  );
}

function way(words: string, command: string | null): string[] {
  return command === null ? [] : [`${words}\n\n    ${command}`];
}
