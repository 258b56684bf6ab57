import type { ChainResult } from "#core/chain/chain-result.ts";
import type { ContestResult } from "#core/contest/contest.ts";
import { titleOf } from "#core/render/wording.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Usage } from "#core/usage.ts";

/** What one piece of work took. */
export interface UsageRow {
  readonly who: string;
  /** null where it does not say. */
  readonly model: string | null;
  /** null where it is not told apart. */
  readonly ms: number | null;
  readonly usage: Usage;
}

interface Worked {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly usage: Usage;
  readonly model?: string | null;
}

/** Everyone who asked a model in an analysis, in the order in which they did, gaps included. */
export function usageOfAnalysis(result: AnalysisResult): UsageRow[] {
  const { reports, debate, plan, reviews, gaps, timeline, decisionUsage, model } = result;
  const turn = ({ speaker, round }: { speaker: string; round: number }) =>
    `${titleOf(speaker)}, round ${round}`;
  const manager = timeline.criticalPath.find(({ name }) => name === "portfolio_manager");
  return [
    ...reports.map((report) => rowOf(titleOf(report.analyst), report)),
    ...debate.map((said) => rowOf(turn(said), said)),
    ...(plan === null ? [] : [rowOf("Trader", plan)]),
    ...reviews.map((said) => rowOf(turn(said), said)),
    ...gaps.map((gap) => {
      const round = gap.round === null ? "" : `, round ${gap.round}`;
      return rowOf(`${titleOf(gap.analyst)}${round}: gap`, gap);
    }),
    { who: "Portfolio manager", model, ms: manager?.ms ?? null, usage: decisionUsage },
  ];
}

/** Every agent that was asked. */
export function usageOfChain({ outcomes }: ChainResult): UsageRow[] {
  return outcomes
    .filter(({ state }) => state !== "skipped")
    .map((outcome) =>
      rowOf(outcome.state === "failed" ? `${outcome.agent}: gap` : outcome.agent, outcome),
    );
}

/** Every author of a strategy. */
export function usageOfContest({ entries }: ContestResult): UsageRow[] {
  return entries.map((entry) =>
    rowOf(entry.failure === null ? entry.author : `${entry.author}: failed`, entry),
  );
}

function rowOf(who: string, { startedAt, endedAt, usage, model = null }: Worked): UsageRow {
  return { who, model, ms: Date.parse(endedAt) - Date.parse(startedAt), usage };
}
