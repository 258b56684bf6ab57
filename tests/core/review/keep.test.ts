import { describe, expect, it } from "vitest";
import { keptDecisionOf } from "#core/review/keep.ts";
import { keptDecisionSchema } from "#core/review/kept-decision.ts";
import { fact, gap, result } from "../examples.ts";

const decidedAt = "2026-11-20T10:00:03.000Z";
const sectorFact = (value: string | null) =>
  fact({ id: "AAPL:profile.sector", path: "profile.sector", value, unit: "text" });

describe("what is remembered of an analysis", () => {
  it("is all that scoring needs, and none of the words", () => {
    const decision = keptDecisionOf(
      result({ facts: [fact(), sectorFact("Technology")] }),
      decidedAt,
    );
    expect(decision).toEqual({
      runId: "20261120T100000Z-AAPL-0000",
      symbol: "AAPL",
      analysts: ["market"],
      asOf: "2026-11-20",
      depth: "quick",
      debateRounds: 1,
      riskRounds: 1,
      samples: 1,
      decidedAt: "2026-11-20T10:00:03.000Z",
      source: "yahoo",
      model: "rules",
      missing: [],
      sector: "Technology",
      action: "buy",
      confidence: 0.6,
      horizon: "3m",
      levels: { entry: 189.12, stop: 170, target: null, currency: "USD" },
    });
    expect(keptDecisionSchema.parse(decision)).toEqual(decision);
  });

  it.each([[[]], [[sectorFact(null)]]])("has no sector where the facts give none", (facts) => {
    expect(keptDecisionOf(result({ facts }), decidedAt)?.sector).toBeNull();
  });

  it("names once who has left a gap", () => {
    const gaps = [
      gap({ analyst: "bull_researcher", round: 1 }),
      gap({ analyst: "bull_researcher", round: 2 }),
      gap({ analyst: "news" }),
    ];
    expect(keptDecisionOf(result({ gaps }), decidedAt)?.missing).toEqual([
      "bull_researcher",
      "news",
    ]);
  });

  it("is nothing where there was no decision", () => {
    expect(keptDecisionOf(result({ decision: null }), decidedAt)).toBeNull();
  });
});
