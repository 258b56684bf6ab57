import type { Decision } from "../decision.ts";
import { mean } from "../mean.ts";
import type { Score } from "./score.ts";

interface ScoredRow {
  /** 0 to 1, as stated. */
  readonly confidence: number;
  readonly action: Decision["action"];
  readonly score: Score;
}

/** The decisions whose stated confidence is at least `from` and below `to`; 1 is in the last bin. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number | null;
  readonly hitRate: number | null;
}

/** How well decisions have done. Rates are shares from 0 to 1; null where nothing is scored. */
export interface ReviewSummary {
  readonly count: number;
  readonly hits: number;
  readonly hitRate: number | null;
  /**
   * Mean excess return in the decisions' direction, in percentage points: a sell counts with its sign
   * turned, a hold takes no side and is left out.
   */
  readonly meanExcessPercent: number | null;
  /**
   * Mean of (confidence - hit)^2, with hit 1 or 0: 0 is perfect, a coin said at 0.5 has 0.25.
   * Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78
   * (1950); in the form for one of two outcomes.
   */
  readonly brier: number | null;
  readonly calibration: readonly CalibrationBin[];
}

const BINS = 10;

/** What scored decisions come to. */
export function summaryOf(rows: readonly ScoredRow[]): ReviewSummary {
  const hits = rows.map(({ score }) => Number(score.hit));
  const excess = rows
    .filter(({ action }) => action !== "hold")
    .map(({ action, score }) => (action === "sell" ? -score.excessPercent : score.excessPercent));
  return {
    count: rows.length,
    hits: hits.filter((hit) => hit === 1).length,
    hitRate: knownMean(hits),
    meanExcessPercent: knownMean(excess),
    brier: knownMean(rows.map(({ confidence, score }) => (confidence - Number(score.hit)) ** 2)),
    calibration: Array.from({ length: BINS }, (_, bin) => binOf(rows, bin)),
  };
}

function binOf(rows: readonly ScoredRow[], bin: number): CalibrationBin {
  const within = rows.filter(
    ({ confidence }) => Math.min(Math.floor(confidence * BINS), BINS - 1) === bin,
  );
  return {
    from: bin / BINS,
    to: (bin + 1) / BINS,
    count: within.length,
    meanConfidence: knownMean(within.map(({ confidence }) => confidence)),
    hitRate: knownMean(within.map(({ score }) => Number(score.hit))),
  };
}

function knownMean(values: readonly number[]): number | null {
  return values.length === 0 ? null : mean(values);
}
