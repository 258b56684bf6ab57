import type { HistoryReplay, ReplayRow } from "../history-replay/replay.ts";
import type { Outcome } from "../review/score.ts";
import { bullets } from "./bullets.ts";
import { DISCLAIMER, modelWords, sourceWords, usageWords } from "./byline.ts";
import { decisionQuality } from "./decision-quality.ts";
import { duration } from "./duration.ts";
import { equitySection } from "./equity-section.ts";
import { inline } from "./inline.ts";
import { judgingRule } from "./judging-rule.ts";
import { printable } from "./printable.ts";
import { replayNotices } from "./replay-notices.ts";
import { signedPercent } from "./signed-percent.ts";
import { type Column, renderTable } from "./table.ts";

/** A whole replay as Markdown for people, safe to print on a terminal. */
export function renderHistoryReplay(replay: HistoryReplay): string {
  const { symbol, from, to, every, data, caveats, timing, usage, rows } = replay;
  const { wallMs, workMs, overlap } = timing;
  const work = `${rows.length} runs: wall ${duration(wallMs)} · work ${duration(workMs)} · overlap ${overlap === null ? "unknown" : `${overlap.toFixed(2)}x`}`;
  const sections = [
    ...(data.notice === null ? [] : [`> **${inline(data.notice)}**`]),
    `# ${symbol}: the desk's decisions from ${from} to ${to}, every ${every}`,
    subheading(replay),
    `## Before you believe it\n\n${bullets(caveats)}`,
    decisionsSection(replay),
    equitySection(replay),
    decisionQuality(replay),
    gapsSection(replay),
    noticesSection(rows),
    `## Work\n\n${work}\n\n${usageWords(usage)}${unfinishedUsage(replay)}`,
    `*${[DISCLAIMER, ...(data.notice === null ? [] : [inline(data.notice)])].join(" ")}*`,
  ];
  return `${printable(sections.filter((section) => section !== "").join("\n\n"))}\n`;
}

function subheading({ data, model, rows, unfinished, benchmark }: HistoryReplay): string {
  const decided = rows.filter(({ decision }) => decision !== null).length;
  return `Data: ${sourceWords(data)} · model: ${modelWords(model)} · ${decided} of ${rows.length + unfinished.length} days decided · measured by ${benchmark}`;
}

function decisionsSection({ rows, benchmark, horizon }: HistoryReplay): string {
  const columns: readonly Column[] = [
    { title: "Day", align: "left" },
    { title: "Decision", align: "left" },
    { title: "Confidence", align: "right" },
    { title: "Horizon", align: "right" },
    { title: "Return", align: "right" },
    { title: benchmark, align: "right" },
    { title: "Excess", align: "right" },
    { title: "Outcome", align: "left" },
  ];
  const over =
    horizon === null
      ? "the horizon that the decision states"
      : `${horizon}, whatever horizon the decision states`;
  const table = renderTable(
    columns,
    rows.map((row) => cells(row, horizon)),
  );
  return `## Decisions\n\n${table}\n\nReturns are of adjusted closes, each in its own currency, from the decision's day over ${over}. Excess is the return less that of ${benchmark}. ${judgingRule(benchmark)}`;
}

function cells({ day, decision, outcome, gaps }: ReplayRow, horizon: string | null): string[] {
  if (decision === null || outcome === null) {
    return [day, "none", "", "", "", "", "", `no decision (${gaps.at(-1)?.reason ?? "unknown"})`];
  }
  const { action, confidence } = decision;
  const head = [day, action.toUpperCase(), confidence.toFixed(2), horizon ?? decision.horizon];
  if (outcome.kind !== "scored") return [...head, "", "", "", verdict(outcome)];
  const { returnPercent, benchmarkPercent, excessPercent } = outcome.score;
  return [
    ...head,
    signedPercent(returnPercent),
    signedPercent(benchmarkPercent),
    signedPercent(excessPercent),
    verdict(outcome),
  ];
}

function verdict(outcome: Outcome): string {
  switch (outcome.kind) {
    case "scored":
      return outcome.score.hit ? "right" : "wrong";
    case "waiting":
      return `not yet: ${outcome.until}`;
    case "unscorable":
      return "cannot be scored";
  }
}

/** Runs and parts of runs that are missing, each reason once with its days; the rest stands. */
function gapsSection({ rows, unfinished }: HistoryReplay): string {
  const days = new Map<string, string[]>();
  for (const { day, gaps } of rows) {
    for (const { who, reason, message } of gaps) {
      const text = `${who} (${reason}): ${message}`;
      days.set(text, [...(days.get(text) ?? []), day]);
    }
  }
  const texts = [...days].map(([text, on]) => `**${on.join(", ")}**, ${text}`);
  if (unfinished.length > 0) {
    texts.push(`**${unfinished.join(", ")}**, interrupted before it was done`);
  }
  return texts.length === 0 ? "" : `## Gaps\n\n${bullets(texts)}`;
}

function noticesSection(rows: readonly ReplayRow[]): string {
  const notices = replayNotices(rows);
  return notices.length === 0 ? "" : `## About the data\n\n${bullets(notices)}`;
}

function unfinishedUsage({ unfinished }: HistoryReplay): string {
  return unfinished.length === 0 ? "" : " · without the runs that were cut short";
}
