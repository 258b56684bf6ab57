import { analysisGroups } from "#core/analysis-groups.ts";
import type { RunConfiguration } from "#core/run-configuration.ts";
import type { PlannedRun } from "#core/run-store.ts";

/** What a run is made with; a test states what it is about. */
export function configuration(changes: Partial<RunConfiguration> = {}): RunConfiguration {
  return {
    version: "0.1.0",
    symbol: "AAPL",
    analysts: ["market", "news"],
    asOf: "2026-11-20",
    depth: "quick",
    debateRounds: 1,
    riskRounds: 1,
    samples: 1,
    data: "demo",
    model: "rules",
    modelFor: {},
    fallbacks: [],
    maxConcurrency: 8,
    maxPerMinute: null,
    maxDataPerMinute: null,
    requestTimeoutMs: 60_000,
    idleTimeoutMs: 30_000,
    maxUsd: null,
    maxTokens: null,
    prices: null,
    openaiBaseUrl: null,
    yahooBaseUrl: null,
    deadlineMs: null,
    benchmark: "SPY",
    ...changes,
  };
}

export function planned(changes: Partial<PlannedRun> = {}): PlannedRun {
  const asked = changes.configuration ?? configuration();
  return {
    id: "20261120T100000Z-AAPL-0000",
    configuration: asked,
    groups: analysisGroups(asked),
    list: null,
    rerunOf: null,
    ...changes,
  };
}
