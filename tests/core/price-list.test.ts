import { describe, expect, it } from "vitest";
import { costOf, type PriceList } from "#core/price-list.ts";

const prices: PriceList = {
  asOf: "2025-01-01",
  source: "a test",
  models: { thrifty: { input: 1, cachedInput: 0.1, output: 4 }, plain: { input: 1, output: 4 } },
};
const usage = {
  inputTokens: 1_000_000,
  outputTokens: 500_000,
  cachedTokens: 400_000,
  reasoningTokens: null,
};

describe("what a usage costs", () => {
  it("is input, cached input and output, each at its price a million", () => {
    expect(costOf("thrifty", usage, prices)).toBeCloseTo(0.6 + 0.04 + 2, 10);
  });

  it("counts cached input like any other where it has no price of its own", () => {
    expect(costOf("plain", usage, prices)).toBeCloseTo(1 + 2, 10);
  });

  it("is unknown without a price, and without a usage", () => {
    expect(costOf("dear", usage, prices)).toBeNull();
    expect(costOf("constructor", usage, prices)).toBeNull();
    expect(costOf("plain", { ...usage, outputTokens: null }, prices)).toBeNull();
  });
});
