import type { ChainConfiguration } from "#core/chain/chain-configuration.ts";
import { groupsOf } from "#core/chain/groups.ts";
import type { ContestConfiguration } from "#core/contest/contest-configuration.ts";
import { contestGroups } from "#core/contest/contest-groups.ts";
import { usualRules } from "#core/contest/usual.ts";
import type { PlannedRun } from "#core/run-store.ts";
import { chainOf, together } from "../helpers/chain.ts";

/** What every kind is asked with, within which limits. */
const shared = {
  version: "0.1.0",
  asOf: "2026-11-20",
  data: "demo",
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
} as const;

/** What a contest is held with; a test states what it is about. */
export function contestConfiguration(
  changes: Partial<ContestConfiguration> = {},
): ContestConfiguration {
  return {
    ...shared,
    symbol: "AAPL",
    models: ["rules:momentum", "rules:breakout"],
    from: "2023-11-20",
    rules: usualRules,
    minTrades: 1,
    timeLimitMs: 5_000,
    deadlineMs: 60_000,
    ...changes,
  };
}

export function plannedContest(
  changes: Partial<PlannedRun<"contest">> = {},
): PlannedRun<"contest"> {
  const asked = changes.configuration ?? contestConfiguration();
  return {
    id: "20261120T100000Z-AAPL-c0de",
    configuration: asked,
    groups: contestGroups(asked),
    list: null,
    rerunOf: null,
    ...changes,
  };
}

/** What a chain is run with: two cooks at once, then a judge. */
export function chainConfiguration(changes: Partial<ChainConfiguration> = {}): ChainConfiguration {
  const chain = chainOf(...together("cooks", "chef", "baker"), { name: "judge" });
  return {
    ...shared,
    chain: { ...chain, name: "Dinner" },
    input: "a warm dinner",
    fallbacks: [],
    model: "rules",
    benchmark: "SPY",
    deadlineMs: null,
    ...changes,
  };
}

export function plannedChain(changes: Partial<PlannedRun<"chain">> = {}): PlannedRun<"chain"> {
  const asked = changes.configuration ?? chainConfiguration();
  return {
    id: "20261120T100000Z-DINNER-c0de",
    configuration: asked,
    groups: groupsOf(asked.chain),
    list: null,
    rerunOf: null,
    ...changes,
  };
}
