import { type AnalystName, analystNames } from "../analyst.ts";
import type { Day } from "../day.ts";
import type { Decision } from "../decision.ts";
import type { AnalystReport, Gap } from "../report.ts";
import type { AnalysisResult } from "../result.ts";
import { type Difference, differencesBetween } from "../run-configuration.ts";
import type { KeptRun } from "../run-record.ts";
import { type ShownState, shownState } from "../shown-state.ts";
import { type FigureDiff, figureDiff } from "./figures.ts";
import { type Pair, pairOf } from "./pair.ts";

/** One of the two runs, in short. */
export interface DiffedRun {
  readonly id: string;
  readonly symbol: string;
  readonly asOf: Day;
  readonly state: ShownState;
  readonly error: string | null;
  readonly hasResult: boolean;
  readonly synthetic: boolean;
}

type ShortDecision = Pick<Decision, "action" | "confidence" | "horizon" | "levels">;
type View = Pick<AnalystReport, "stance" | "confidence">;

/** In what two results differ. */
export interface ResultDiff {
  /** null where there is none. */
  readonly decision: Pair<ShortDecision | null>;
  /** Of each analyst who was asked for either; null where there is no report. */
  readonly analysts: readonly (Pair<View | null> & { readonly analyst: AnalystName })[];
  /** What only one of them lacks. */
  readonly gaps: Pair<readonly Gap[]>;
  readonly figures: FigureDiff;
  readonly wallMs: Pair<number>;
  readonly workMs: Pair<number>;
  /** null is unknown. */
  readonly usd: Pair<number | null>;
}

/** In what two runs differ. */
export interface RunDiff {
  readonly runs: Pair<DiffedRun>;
  readonly configuration: readonly Difference[];
  /** null where either has no result. */
  readonly results: ResultDiff | null;
}

/**
 * Holds two kept runs against each other.
 *
 * @param now epoch milliseconds, by which a run that nobody holds any more was cut off
 */
export function diffRuns(runs: Pair<KeptRun>, now: number): RunDiff {
  const { a, b } = pairOf(runs, ({ result }) => result);
  return {
    runs: pairOf(runs, (run) => diffed(run, now)),
    configuration: differencesBetween(runs.a.configuration, runs.b.configuration),
    results: a === null || b === null ? null : resultDiff({ a, b }),
  };
}

function diffed(run: KeptRun, now: number): DiffedRun {
  const { id, configuration, error, result } = run;
  return {
    id,
    symbol: configuration.symbol,
    asOf: configuration.asOf,
    state: shownState(run, now),
    error,
    hasResult: result !== null,
    synthetic: result?.data.synthetic ?? configuration.data === "demo",
  };
}

function resultDiff(results: Pair<AnalysisResult>): ResultDiff {
  const asked = analystNames.filter((name) =>
    [results.a, results.b].some(({ request }) => request.analysts.includes(name)),
  );
  return {
    decision: pairOf(results, ({ decision }) => decision && inShort(decision)),
    analysts: asked.map((analyst) => ({
      analyst,
      ...pairOf(results, (result) => viewOf(result, analyst)),
    })),
    gaps: {
      a: lackedOnlyBy(results.a, results.b),
      b: lackedOnlyBy(results.b, results.a),
    },
    figures: figureDiff(results),
    wallMs: pairOf(results, ({ timeline }) => timeline.wallMs),
    workMs: pairOf(results, ({ timeline }) => timeline.workMs),
    usd: pairOf(results, ({ usage }) => usage.usd),
  };
}

function inShort({ action, confidence, horizon, levels }: Decision): ShortDecision {
  return { action, confidence, horizon, levels };
}

function viewOf({ reports }: AnalysisResult, analyst: AnalystName): View | null {
  const report = reports.find((one) => one.analyst === analyst);
  return report === undefined ? null : { stance: report.stance, confidence: report.confidence };
}

/** Messages tell of times and places, so that the same gap is rarely told twice in the same words. */
function lackedOnlyBy(one: AnalysisResult, other: AnalysisResult): Gap[] {
  const key = ({ analyst, round, reason }: Gap) => JSON.stringify([analyst, round, reason]);
  const lacked = new Set(other.gaps.map(key));
  return one.gaps.filter((gap) => !lacked.has(key(gap)));
}
