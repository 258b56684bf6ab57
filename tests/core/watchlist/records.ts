import type { RunSummary } from "#core/analysis-summary.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { configuration } from "../run-examples.ts";

export const usage = {
  inputTokens: 1_000,
  outputTokens: 200,
  cachedTokens: 0,
  reasoningTokens: 0,
  usd: 0.01,
};

export function summary(changes: Partial<RunSummary> = {}): RunSummary {
  return {
    action: "buy",
    confidence: 0.6,
    horizon: "3m",
    reports: 6,
    analysts: 6,
    gaps: 0,
    flags: 0,
    synthetic: false,
    model: "rules",
    wallMs: 1_000,
    workMs: 4_000,
    usage,
    ...changes,
  };
}

/** A run that is done, from 0 to 1,000 ms; a test states what it is about. */
export function done(symbol: string, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    kind: "analysis",
    id: `20261120T100000Z-${symbol}-0000`,
    list: { id: "list", position: 0 },
    configuration: configuration({ symbol }),
    state: "done",
    attempt: 1,
    heldUntil: null,
    createdAt: 0,
    startedAt: 0,
    endedAt: 1_000,
    error: null,
    rerunOf: null,
    summary: summary(),
    ...changes,
  };
}

/** A run that has no result. */
export function undone(
  symbol: string,
  state: Exclude<RunRecord["state"], "done">,
  changes: Partial<RunRecord> = {},
): RunRecord {
  return done(symbol, { state, summary: null, ...changes });
}

/** A run that was never begun. */
export function unbegun(symbol: string, changes: Partial<RunRecord> = {}): RunRecord {
  return undone(symbol, "skipped", { attempt: 0, startedAt: null, endedAt: 9_000, ...changes });
}

export function news(
  symbol: string,
  state: RunNews["state"],
  at: number,
  changes: Partial<RunNews> = {},
): RunNews {
  return { runId: symbol, symbol, state, at, error: null, usage: null, ...changes };
}
