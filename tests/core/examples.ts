import type { SaidArgument, SaidPlan, SaidReview } from "#core/debate.ts";
import type { Fact } from "#core/fact.ts";
import type { AnalystReport, Gap } from "#core/report.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Span } from "#core/span.ts";
import { timelineOf } from "#core/timeline.ts";
import { unknownUsage } from "#core/usage.ts";

const TIMES = { startedAt: "2026-11-20T10:00:00.000Z", endedAt: "2026-11-20T10:00:01.500Z" };

/** A fact; a test states what it is about. */
export function fact(changes: Partial<Fact> = {}): Fact {
  return {
    id: "AAPL:price.close",
    tool: "get_price_history",
    args: { symbol: "AAPL" },
    path: "price.close",
    label: "Close",
    value: 189.12,
    unit: "currency",
    currency: "USD",
    asOf: "2026-11-20",
    availableAt: "2026-11-20",
    source: "demo",
    note: null,
    ...changes,
  };
}

export function report(changes: Partial<AnalystReport> = {}): AnalystReport {
  return {
    analyst: "market",
    text: "The trend is up.",
    stance: "bullish",
    confidence: 0.7,
    ...TIMES,
    toolCalls: [],
    cut: false,
    model: null,
    notices: [],
    usage: unknownUsage,
    ...changes,
  };
}

export function gap(changes: Partial<Gap> = {}): Gap {
  return {
    analyst: "news",
    round: null,
    reason: "timeout",
    message: "the model took longer than 60 s",
    ...TIMES,
    toolCalls: [],
    usage: unknownUsage,
    ...changes,
  };
}

export function argument(changes: Partial<SaidArgument> = {}): SaidArgument {
  return {
    speaker: "bull_researcher",
    round: 1,
    argument: "The price is 189.12 USD.",
    concession: null,
    conviction: 0.6,
    model: null,
    ...TIMES,
    usage: unknownUsage,
    ...changes,
  };
}

export function plan(changes: Partial<SaidPlan> = {}): SaidPlan {
  return {
    action: "buy",
    size: 5,
    horizon: "3m",
    levels: { entry: 189.12, stop: null, target: null, currency: "USD" },
    reasoning: "It is cheap.",
    model: null,
    ...TIMES,
    usage: unknownUsage,
    ...changes,
  };
}

export function review(changes: Partial<SaidReview> = {}): SaidReview {
  return {
    speaker: "neutral_reviewer",
    round: 1,
    verdict: "approve",
    size: 5,
    argument: "It is balanced.",
    model: null,
    ...TIMES,
    usage: unknownUsage,
    ...changes,
  };
}

/** A node's span of the given times; its kind follows from its name. */
export function span(name: string, startedAt: number, endedAt: number): Span {
  const kind = name.endsWith("_analyst")
    ? "analyst"
    : name === "portfolio_manager"
      ? "manager"
      : name === "dispatcher"
        ? "dispatcher"
        : "merge";
  return { name, kind, parent: null, startedAt, endedAt, error: null };
}

export function toolSpan(name: string, parent: string, startedAt: number, endedAt: number): Span {
  return { name, kind: "tool", parent, startedAt, endedAt, error: null };
}

export const spans: readonly Span[] = [
  span("dispatcher", 0, 10),
  span("market_analyst", 10, 100),
  toolSpan("get_quote(AAPL)", "market_analyst", 12, 40),
  span("portfolio_manager", 100, 200),
];

export function result(changes: Partial<AnalysisResult> = {}): AnalysisResult {
  return {
    runId: "20261120T100000Z-AAPL-0000",
    symbol: "AAPL",
    asOf: "2026-11-20",
    data: { source: "yahoo", synthetic: false, notice: null },
    model: "rules",
    attempts: 1,
    keptFrom: null,
    request: {
      symbol: "AAPL",
      analysts: ["market"],
      asOf: "2026-11-20",
      depth: "quick",
      debateRounds: 1,
      riskRounds: 1,
      samples: 1,
    },
    reports: [report()],
    gaps: [],
    flags: [],
    debate: [],
    plan: null,
    reviews: [],
    statedConfidence: 0.6,
    ceiling: { value: 0.95, reasons: [] },
    samples: null,
    record: null,
    audit: { figures: 0, sourced: 0, derived: 0, unsourced: 0, items: [] },
    decision: {
      action: "buy",
      confidence: 0.6,
      horizon: "3m",
      thesis: "The trend holds.",
      risks: ["A close below the stop."],
      levels: { entry: 189.12, stop: 170, target: null, currency: "USD" },
    },
    timeline: timelineOf(spans),
    requests: { upstream: 4, cacheHits: 5, coalesced: 6 },
    decisionUsage: unknownUsage,
    usage: { ...unknownUsage, inputTokens: 1200, outputTokens: 300 },
    facts: [],
    ...changes,
  };
}
