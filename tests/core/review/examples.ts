import { analystNames } from "#core/analyst.ts";
import type { Candle, PriceHistory } from "#core/candle.ts";
import type { Day } from "#core/day.ts";
import type { KeptDecision } from "#core/review/kept-decision.ts";
import type { ReviewedDecision } from "#core/review/reviewed.ts";
import type { Score } from "#core/review/score.ts";

/** A decision; a test states what it is about. */
export function kept(changes: Partial<KeptDecision> = {}): KeptDecision {
  const asOf = changes.asOf ?? "2024-01-31";
  return {
    runId: "20240131T100000Z-ACME-0000",
    symbol: "ACME",
    analysts: [...analystNames],
    asOf,
    depth: "standard",
    debateRounds: 1,
    riskRounds: 1,
    samples: 1,
    decidedAt: `${asOf}T10:00:00.000Z`,
    source: "demo",
    model: "rules",
    missing: [],
    sector: "Energy",
    action: "buy",
    confidence: 0.6,
    horizon: "1m",
    levels: { entry: 100, stop: null, target: null, currency: "USD" },
    ...changes,
  };
}

export function score(changes: Partial<Score> = {}): Score {
  return {
    entryDay: "2024-01-31",
    exitDay: "2024-02-29",
    returnPercent: 5,
    benchmarkPercent: 2,
    excessPercent: 3,
    hit: true,
    ...changes,
  };
}

/** A decision as of a day of January 2024 that was made in the November after it. */
export function late(changes: Partial<KeptDecision> = {}): KeptDecision {
  return kept({ decidedAt: "2024-11-20T10:00:00.000Z", ...changes });
}

/** A decision that is scored. */
export function scored(
  decision: Partial<KeptDecision> = {},
  outcome: Partial<Score> = {},
): ReviewedDecision {
  return { decision: kept(decision), outcome: { kind: "scored", score: score(outcome) } };
}

/** Bars on the given days alone. */
export function history(symbol: string, closes: Readonly<Record<Day, number>>): PriceHistory {
  return {
    symbol,
    currency: "USD",
    timeZone: "America/New_York",
    closesAt: "16:00",
    candles: Object.entries(closes).map(([date, close]) => bar(date, close)),
    splits: [],
    droppedBars: 0,
    source: "test",
  };
}

function bar(date: Day, close: number): Candle {
  return { date, open: close, high: close, low: close, close, adjustedClose: close, volume: 1 };
}
