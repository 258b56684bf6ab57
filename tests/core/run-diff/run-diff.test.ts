import { describe, expect, it } from "vitest";
import { summaryOf } from "#core/analysis-summary.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { RunConfiguration } from "#core/run-configuration.ts";
import { diffRuns } from "#core/run-diff/run-diff.ts";
import type { KeptRun } from "#core/run-record.ts";
import { gap, report, result } from "../examples.ts";
import { configuration } from "../run-examples.ts";

const NOW = 100_000;

function run(
  kept: AnalysisResult | null,
  changes: Partial<RunConfiguration> = {},
  rest: Partial<KeptRun> = {},
): KeptRun {
  return {
    kind: "analysis",
    id: "20261120T100000Z-AAPL-0000",
    list: null,
    configuration: configuration(changes),
    state: kept === null ? "running" : "done",
    attempt: 1,
    heldUntil: null,
    createdAt: 0,
    startedAt: 0,
    endedAt: null,
    error: null,
    rerunOf: null,
    summary: kept === null ? null : summaryOf(kept),
    steps: [],
    result: kept,
    ...rest,
  };
}

describe("what differs between two runs", () => {
  it("is nothing between a run and itself", () => {
    const one = run(result({ gaps: [gap()] }));
    const { configuration, results } = diffRuns({ a: one, b: one }, NOW);
    expect(configuration).toEqual([]);
    expect(results?.gaps).toEqual({ a: [], b: [] });
    expect(results?.figures.changed).toEqual([]);
    expect(results?.decision.a).toEqual(results?.decision.b);
  });

  it("names settings as before and now", () => {
    const runs = { a: run(result()), b: run(result(), { depth: "deep", debateRounds: 3 }) };
    expect(diffRuns(runs, NOW).configuration).toEqual([
      { setting: "depth", before: '"quick"', now: '"deep"' },
      { setting: "debate-rounds", before: "1", now: "3" },
    ]);
  });

  it("has each analyst who was asked for either, in the desk's order", () => {
    const request = { ...result().request, analysts: ["news" as const, "market" as const] };
    const a = run(result());
    const b = run(result({ request, reports: [report({ analyst: "news", stance: "bearish" })] }));
    expect(diffRuns({ a, b }, NOW).results?.analysts).toEqual([
      { analyst: "market", a: { stance: "bullish", confidence: 0.7 }, b: null },
      { analyst: "news", a: null, b: { stance: "bearish", confidence: 0.7 } },
    ]);
  });

  it("has the gaps that only one has, whatever their words", () => {
    const a = run(result({ gaps: [gap({ message: "after 60 s" }), gap({ analyst: "risk" })] }));
    const b = run(result({ gaps: [gap({ message: "after 61 s" }), gap({ reason: "no_data" })] }));
    const { results } = diffRuns({ a, b }, NOW);
    expect(results?.gaps.a).toEqual([gap({ analyst: "risk" })]);
    expect(results?.gaps.b).toEqual([gap({ reason: "no_data" })]);
  });

  it("is not known of results where one has none", () => {
    const b = run(null, {}, { heldUntil: NOW - 1 });
    const found = diffRuns({ a: run(result()), b }, NOW);
    expect(found.results).toBeNull();
    expect(found.runs.b).toMatchObject({ hasResult: false, state: "cut-off", synthetic: true });
  });

  it("has no decision where none was made", () => {
    const found = diffRuns({ a: run(result({ decision: null })), b: run(result()) }, NOW);
    expect(found.results?.decision).toMatchObject({ a: null, b: { action: "buy" } });
  });
});
