import type { PriceHistory } from "../candle.ts";
import type { Day } from "../day.ts";
import { type Outcome, scoreDecision } from "../review/score.ts";
import { type ReviewSummary, summaryOf } from "../review/summary.ts";
import { isoTime } from "../span.ts";
import { addUsage, noUsage, type Usage } from "../usage.ts";
import { replayCaveats } from "./caveats.ts";
import { type Equity, equityOf } from "./equity.ts";
import type { ReplayQuestion } from "./question.ts";
import type { PastRun } from "./run.ts";

/** What the scores are made of: bars up to the last day whose knowledge may be used for them. */
export interface Hindsight {
  readonly prices: PriceHistory;
  readonly benchmark: PriceHistory;
  readonly asOf: Day;
}

/** A run and what came of its decision. Times are ISO 8601. */
export interface ReplayRow extends Omit<PastRun, "startedAt" | "endedAt"> {
  /** null where there is no decision. */
  readonly outcome: Outcome | null;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** How long the runs took, in milliseconds. */
export interface ReplayTiming {
  /** From the first run's start to the last one's end. */
  readonly wallMs: number;
  /** The lengths of all runs, summed. */
  readonly workMs: number;
  /** workMs / wallMs: how many runs were at work at once, on average. */
  readonly overlap: number | null;
}

/** The desk's own decisions on a past grid, and what came of them: what `--json` prints. */
export interface HistoryReplay extends ReplayQuestion {
  readonly replayId: string;
  readonly caveats: readonly string[];
  readonly rows: readonly ReplayRow[];
  /** Days of the grid that an interruption has left without a run. */
  readonly unfinished: readonly Day[];
  readonly summary: ReviewSummary;
  /** null where no bar follows the first decision. */
  readonly equity: Equity | null;
  readonly timing: ReplayTiming;
  /** Of the runs in the rows. */
  readonly usage: Usage;
}

/** Scores a run's decision by what is known today. */
export function rowOf(
  { startedAt, endedAt, ...run }: PastRun,
  { horizon }: Pick<ReplayQuestion, "horizon">,
  { prices, benchmark, asOf }: Hindsight,
): ReplayRow {
  const { decision, day } = run;
  const outcome =
    decision === null
      ? null
      : scoreDecision(
          { asOf: day, action: decision.action, horizon: horizon ?? decision.horizon },
          prices,
          benchmark,
          asOf,
        );
  return { ...run, outcome, startedAt: isoTime(startedAt), endedAt: isoTime(endedAt) };
}

/**
 * What a replay comes to.
 *
 * @param runs in the order of their days
 * @param unfinished oldest first; the equity ends on the first of them, after which the desk was not asked
 */
export function replayOf(
  replayId: string,
  question: ReplayQuestion,
  runs: readonly PastRun[],
  unfinished: readonly Day[],
  hindsight: Hindsight,
): HistoryReplay {
  const rows = runs.map((run) => rowOf(run, question, hindsight));
  const decided = rows.flatMap(({ day, decision, outcome }) =>
    decision === null || outcome === null ? [] : [{ day, outcome, ...decision }],
  );
  const scored = decided.flatMap(({ action, confidence, outcome }) =>
    outcome.kind === "scored" ? [{ action, confidence, score: outcome.score }] : [],
  );
  const { candles } = hindsight.prices;
  return {
    replayId,
    ...question,
    caveats: replayCaveats(question),
    rows,
    unfinished,
    summary: summaryOf(scored),
    equity: equityOf(decided, candles, unfinished[0] ?? question.to, question.costs),
    timing: timingOf(runs),
    usage: runs.map(({ usage }) => usage).reduce(addUsage, noUsage),
  };
}

function timingOf(runs: readonly PastRun[]): ReplayTiming {
  if (runs.length === 0) return { wallMs: 0, workMs: 0, overlap: null };
  const wallMs =
    Math.max(...runs.map(({ endedAt }) => endedAt)) -
    Math.min(...runs.map(({ startedAt }) => startedAt));
  const workMs = runs.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
  return { wallMs, workMs, overlap: wallMs > 0 ? workMs / wallMs : null };
}

/** ok: every run is whole; partial: something is missing; failed: nothing was decided. */
export function replayStatus({ rows, unfinished }: HistoryReplay): "ok" | "partial" | "failed" {
  if (rows.every(({ decision }) => decision === null)) return "failed";
  const whole = unfinished.length === 0 && rows.every(({ gaps }) => gaps.length === 0);
  return whole ? "ok" : "partial";
}
