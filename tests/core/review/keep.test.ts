import { describe, expect, it } from "vitest";
import { keptDecisionOf } from "#core/review/keep.ts";
import { keptDecisionSchema } from "#core/review/kept-decision.ts";
import { fact, result } from "../samples.ts";

const decidedAt = "2026-11-20T10:00:03.000Z";
const sectorFact = (value: string | null) =>
  fact({ id: "AAPL:profile.sector", path: "profile.sector", value, unit: "text" });

describe("what is remembered of an analysis", () => {
  it("is all that scoring needs, and none of the words", () => {
    const decision = keptDecisionOf(
      result({ depth: "deep", facts: [fact(), sectorFact("Technology")] }),
      decidedAt,
    );
    expect(decision).toEqual({
      runId: "20261120T100000Z-AAPL-0000",
      symbol: "AAPL",
      asOf: "2026-11-20",
      decidedAt: "2026-11-20T10:00:03.000Z",
      source: "yahoo",
      model: "rules",
      depth: "deep",
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

  it("is nothing where there was no decision", () => {
    expect(keptDecisionOf(result({ decision: null }), decidedAt)).toBeNull();
  });
});
