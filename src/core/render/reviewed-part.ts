import { figure } from "../figure.ts";
import type { ReviewPart } from "../review/review.ts";
import { type ReviewedDecision, type ScoredDecision, scoredOf } from "../review/reviewed.ts";
import type { ReviewSummary } from "../review/summary.ts";
import { bullets } from "./bullets.ts";
import { calibrationTable } from "./calibration-table.ts";
import { counted } from "./counted.ts";
import { deskWords } from "./desk-words.ts";
import { inline } from "./inline.ts";
import { signedPercent } from "./signed-percent.ts";
import { renderTable } from "./table.ts";

/** Fewer say little of any skill. */
const TELLING = 20;

/** Decisions and what came of them, as sections of Markdown. */
export function reviewedPart({ decisions, summary }: ReviewPart, benchmark: string): string[] {
  const scored = scoredOf(decisions);
  return [
    `Made by: ${makers(decisions)}.`,
    summaryLine(summary),
    ...(scored.length === 0 ? [] : [scoredTable(scored, benchmark), calibration(summary)]),
    ...waiting(decisions),
    ...unscorable(decisions),
  ];
}

/** Which models, and how many decisions of each. */
function makers(decisions: readonly ReviewedDecision[]): string {
  const counts = new Map<string, number>();
  for (const { decision } of decisions) {
    counts.set(decision.model, (counts.get(decision.model) ?? 0) + 1);
  }
  return [...counts].map(([model, count]) => `${inline(model)} (${count})`).join(", ");
}

function summaryLine(summary: ReviewSummary): string {
  const { count, hits, hitRate, meanExcessPercent, brier } = summary;
  if (hitRate === null || brier === null) return "**Nothing can be scored yet.**";
  const excess =
    meanExcessPercent === null
      ? "no mean excess, for a hold takes no side"
      : `mean excess ${signedPercent(meanExcessPercent)} in the decisions' direction (sells reversed, holds left out)`;
  const line = `**${count} scored, ${hits} right: hit rate ${figure(hitRate * 100, "percent")}, ${excess}, Brier score ${brier.toFixed(3)} (0 is perfect; a coin said at 0.5 has 0.250).**`;
  if (count >= TELLING) return line;
  return `${line}\n\nFewer than ${TELLING} decisions are scored: this says little of any skill.`;
}

function scoredTable(scored: readonly ScoredDecision[], benchmark: string): string {
  return renderTable(
    [
      { title: "Day", align: "left" },
      { title: "Symbol", align: "left" },
      { title: "Action", align: "left" },
      { title: "Confidence", align: "right" },
      { title: "Horizon", align: "right" },
      { title: "Return", align: "right" },
      { title: benchmark, align: "right" },
      { title: "Excess", align: "right" },
      { title: "Result", align: "left" },
      { title: "Desk", align: "left" },
    ],
    scored.map(({ score, ...decision }) => [
      decision.asOf,
      decision.symbol,
      decision.action,
      decision.confidence.toFixed(2),
      decision.horizon,
      signedPercent(score.returnPercent),
      signedPercent(score.benchmarkPercent),
      signedPercent(score.excessPercent),
      score.hit ? "right" : "wrong",
      deskWords(decision),
    ]),
  );
}

function calibration({ calibration: bins }: ReviewSummary): string {
  return `### Calibration: how often decisions of a stated confidence were right\n\n${calibrationTable(bins)}`;
}

function waiting(decisions: readonly ReviewedDecision[]): string[] {
  const waits = decisions
    .flatMap(({ decision, outcome }) =>
      outcome.kind === "waiting" ? [{ symbol: decision.symbol, until: outcome.until }] : [],
    )
    .toSorted((a, b) => (a.until < b.until ? -1 : Number(a.until > b.until)));
  const [next] = waits;
  const last = waits.at(-1);
  if (next === undefined || last === undefined) return [];
  const until = waits.length === 1 ? "" : `; the last is due on ${last.until}`;
  return [
    `### Waiting\n\n${counted(waits.length, "decision waits for the end of its horizon", "decisions wait for the end of their horizons")}. Next: ${next.symbol} on ${next.until}${until}.`,
  ];
}

function unscorable(decisions: readonly ReviewedDecision[]): string[] {
  const rows = decisions.flatMap(({ decision: { asOf, symbol, action, horizon }, outcome }) =>
    outcome.kind === "unscorable"
      ? [`${asOf} ${symbol} ${action} over ${horizon}: ${outcome.why}`]
      : [],
  );
  return rows.length === 0 ? [] : [`### Not scored\n\n${bullets(rows)}`];
}
