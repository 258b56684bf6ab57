import type { Decision } from "#core/decision.ts";
import type { ReplayQuestion } from "#core/history-replay/question.ts";
import type { Hindsight } from "#core/history-replay/replay.ts";
import type { PastRun } from "#core/history-replay/run.ts";
import { noUsage } from "#core/usage.ts";
import { historyOf, weekdays } from "./bars.ts";

export const question: ReplayQuestion = {
  symbol: "ACME",
  benchmark: "^GSPC",
  model: "rules",
  data: { source: "yahoo", synthetic: false, notice: null },
  from: "2024-01-02",
  to: "2024-03-29",
  every: "21d",
  horizon: null,
  costs: 0,
};

/** ACME rises every day; its benchmark never moves. */
export const hindsight: Hindsight = {
  prices: historyOf(weekdays("2023-12-18", "2024-03-29")),
  benchmark: historyOf(
    weekdays("2023-12-18", "2024-03-29").map((bar) => ({ ...bar, close: 50, adjustedClose: 50 })),
    "^GSPC",
  ),
  asOf: "2024-03-29",
};

/** A run of two seconds. */
export function run(
  day: string,
  decision: Partial<Decision> | null,
  changes: Partial<PastRun> = {},
): PastRun {
  const startedAt = Date.parse("2026-11-20T10:00:00Z");
  return {
    day,
    decision: decision === null ? null : { ...buy, ...decision },
    gaps: [],
    notices: [],
    usage: noUsage,
    startedAt,
    endedAt: startedAt + 2_000,
    ...changes,
  };
}

const buy: Decision = {
  action: "buy",
  confidence: 0.6,
  horizon: "1m",
  thesis: "It rises.",
  risks: [],
  levels: { entry: null, stop: null, target: null, currency: null },
};
