import { describe, expect, it } from "vitest";
import { outcomeWords } from "#core/contest/render/outcome-words.ts";

describe("what a strategy has come to", () => {
  it("is its figures out of sample", () => {
    expect(outcomeWords({ sharpe: 0.824, totalReturn: 0.341, failure: null })).toBe(
      "Sharpe 0.82, +34.10 % out of sample",
    );
  });

  it("is unknown where a figure is", () => {
    expect(outcomeWords({ sharpe: null, totalReturn: 0, failure: null })).toBe(
      "Sharpe unknown, 0.00 % out of sample",
    );
  });

  it("is the reason where it failed", () => {
    expect(outcomeWords({ sharpe: null, totalReturn: null, failure: "no function" })).toBe(
      "no function",
    );
  });
});
