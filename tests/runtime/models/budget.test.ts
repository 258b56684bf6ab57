import { describe, expect, it } from "vitest";
import { createBudget } from "#runtime/models/budget.ts";

const call = { tokens: 400, usd: 0.4 };

describe("a budget", () => {
  it("lets calls in parallel hold no more together than its limit", () => {
    for (const limits of [
      { maxTokens: 1_000, maxUsd: null },
      { maxTokens: null, maxUsd: 1 },
    ]) {
      const budget = createBudget(limits);
      budget.reserve(call);
      budget.reserve(call);
      expect(() => budget.reserve(call)).toThrow(/was not made\. Raise the limit/);
    }
  });

  it("gives back what a call did not use", () => {
    const budget = createBudget({ maxTokens: 1_000, maxUsd: null });
    const held = budget.reserve({ tokens: 900, usd: null });
    expect(() => budget.reserve(call)).toThrow(/--max-tokens 1000/);
    held.settle({ tokens: 100, usd: null });
    budget.reserve(call);
    expect(() => budget.reserve({ tokens: 501, usd: null })).toThrow(
      expect.objectContaining({ code: "budget" }),
    );
  });

  it("settles a call once", () => {
    const budget = createBudget({ maxTokens: 1_000, maxUsd: null });
    const held = budget.reserve(call);
    held.settle(call);
    held.settle({ tokens: 0, usd: 0 });
    expect(() => budget.reserve({ tokens: 601, usd: null })).toThrow();
    budget.reserve({ tokens: 600, usd: null });
  });

  it("without limits holds nothing up", () => {
    const budget = createBudget({ maxTokens: null, maxUsd: null });
    expect(() => budget.reserve({ tokens: 1e12, usd: 1e12 })).not.toThrow();
  });
});
