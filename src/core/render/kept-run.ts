import type { RunSummary } from "../analysis-summary.ts";
import { agentWords } from "../chain/agent-words.ts";
import type { Chain } from "../chain/chain.ts";
import { chainWords } from "../chain/chain-words.ts";
import type { Decision } from "../decision.ts";
import { settingsOf } from "../run-configuration.ts";
import { headlineOf, runForms, titleOf } from "../run-forms/index.ts";
import type { RunKind } from "../run-kind.ts";
import type { AnyKeptRun, KeptRun, StepRecord } from "../run-record.ts";
import { shownState, stateWords } from "../shown-state.ts";
import { isoTime } from "../span.ts";
import { bullets } from "./bullets.ts";
import { duration } from "./duration.ts";
import { inline } from "./inline.ts";
import { printable } from "./printable.ts";
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
export function renderKeptRun(run: AnyKeptRun, { now, folder }: Viewpoint): string {
  const { id, kind, configuration, result } = run;
  const notice = result?.data?.notice ?? null;
  const sections = [
    ...(notice === null ? [] : [`> **${inline(notice)}**`]),
    `# Run ${inline(id)}`,
    bullets(factsOf(run, now)),
    ...(kind === "analysis" && result !== null
      ? [`## Decision\n\n${decisionText(result.decision)}`]
      : []),
    `## Steps\n\n${stepsTable(run)}`,
    ...(run.kind === "chain" ? [`## Chain\n\n${chainText(run.configuration.chain)}`] : []),
    `## Configuration\n\n${settingsTable(configuration)}`,
    folder === null
      ? "This machine has no folder of it."
      : `Its events, result and report are kept in ${inline(folder)}`,
    ...way("It goes on where it was by", resumeCommand(run, now)),
    ...way("What is missing is tried again by", rerunCommand(run, now)),
  ];
  return `${printable(sections.join("\n\n"))}\n`;
}

function factsOf(run: AnyKeptRun, now: number): string[] {
  const { list, attempt, createdAt, startedAt, endedAt, error, rerunOf, summary } = run;
  const headline = run.kind === "analysis" ? null : headlineOf(run);
  const state = stateWords(shownState(run, now));
  return [
    ...(run.kind === "analysis" ? [] : [`It is ${runForms[run.kind].words}: ${titleOf(run)}`]),
    `State: ${state}${attempt > 1 ? `, taken up ${attempt} times` : ""}`,
    ...(error === null ? [] : [`Why: ${error}`]),
    `Recorded ${isoTime(createdAt)}, begun ${timeText(startedAt)}, ended ${timeText(endedAt)}`,
    ...(list === null ? [] : [`Position ${list.position} of list ${list.id}, counted from 0`]),
    ...(rerunOf === null
      ? []
      : [`Keeps the ${run.kind === "chain" ? "outputs" : "reports"} of ${rerunOf}`]),
    ...(headline === null ? [] : [`Came to: ${headline}`]),
    ...(run.kind === "analysis" && run.summary !== null ? [reportedWords(run.summary)] : []),
    ...(summary === null ? [] : [spentWords(summary)]),
  ];
}

function reportedWords({ reports, analysts, gaps, flags }: RunSummary): string {
  return `${reports} of ${analysts} analysts reported, gaps: ${gaps}, flags on the data: ${flags}`;
}

function spentWords(summary: NonNullable<AnyKeptRun["summary"]>): string {
  const { wallMs, workMs, usage } = summary;
  const model = "model" in summary ? `, model ${summary.model}` : "";
  return `Wall ${duration(wallMs)}, work ${duration(workMs)}, cost ${usdText(usage.usd)}${model}`;
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

function stepsTable<K extends RunKind>({ kind, steps }: KeptRun<K>): string {
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
      begunText(step),
      step.startedAt === null || step.endedAt === null
        ? "-"
        : duration(step.endedAt - step.startedAt),
      tableCell(outcomeText(step, kind)),
    ]),
  );
}

function chainText(chain: Chain): string {
  return `${inline(`It is ${chainWords(chain)}.`)}\n\n${bullets(chain.agents.map(agentWords))}`;
}

/** When a step began; of one that is over without having begun, why it has not. */
function begunText<K extends RunKind>({ state, startedAt }: StepRecord<K>): string {
  if (startedAt !== null || state === "waiting" || state === "running") return timeText(startedAt);
  return state === "done" ? "kept" : "never";
}

function outcomeText<K extends RunKind>({ outcome, error }: StepRecord<K>, kind: K): string {
  return outcome === null ? (error ?? "-") : runForms[kind].outcomeWords(outcome);
}

function settingsTable(configuration: object): string {
  // A chain has a section of its own.
  const settings = settingsOf(configuration).filter(({ setting }) => setting !== "chain");
  return renderTable(
    [
      { title: "Setting", align: "left" },
      { title: "Value", align: "left" },
    ],
    settings.map(({ setting, value }) => [setting, jsonCell(value)]),
  );
}

function way(words: string, command: string | null): string[] {
  return command === null ? [] : [`${words}\n\n    ${command}`];
}
