import { describe, expect, it } from "vitest";
import type { Budget, BudgetLimits } from "#runtime/models/budget.ts";

const call = { tokens: 400, usd: 0.4 };
const tokens = (maxTokens: number): BudgetLimits => ({ maxTokens, maxUsd: null });

/** What every budget holds to; `make` gives a fresh one that nothing is spent of. */
export function describeBudget(
  name: string,
  make: (limits: BudgetLimits) => Budget | Promise<Budget>,
): void {
  describe(`${name} keeps the contract of Budget`, () => {
    it.each([
      ["tokens", tokens(1_000)],
      ["money", { maxTokens: null, maxUsd: 1 }],
    ])("lets calls in parallel hold no more %s together than its limit", async (_what, limits) => {
      const budget = await make(limits);
      const asked = await Promise.allSettled(Array.from({ length: 5 }, () => budget.reserve(call)));
      expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
      await expect(budget.reserve(call)).rejects.toThrow(/was not made\. Raise the limit/);
    });

    it("gives out the whole of its limit, and says what would pass it", async () => {
      const budget = await make({ maxTokens: 800, maxUsd: 0.29 });
      await budget.reserve({ tokens: 400, usd: 0.28 });
      await expect(budget.reserve({ tokens: 401, usd: 0 })).rejects.toMatchObject({
        code: "budget",
        facts: { needed: "801 tokens", limit: "--max-tokens 800" },
      });
      await expect(budget.reserve({ tokens: 400, usd: 0.0102 })).rejects.toMatchObject({
        facts: { needed: "0.2902 USD", limit: "--max-usd 0.29" },
      });
      await budget.reserve({ tokens: 400, usd: 0.01 });
    });

    it("gives back what a call did not use", async () => {
      const budget = await make(tokens(1_000));
      const held = await budget.reserve({ tokens: 900, usd: null });
      await expect(budget.reserve(call)).rejects.toThrow(/--max-tokens 1000/);
      await held.settle({ tokens: 100, usd: null });
      await budget.reserve(call);
      await expect(budget.reserve({ tokens: 501, usd: null })).rejects.toThrow();
    });

    it("books what a call used beyond what it held", async () => {
      const budget = await make(tokens(1_000));
      const held = await budget.reserve(call);
      await held.settle({ tokens: 700, usd: 0.7 });
      await expect(budget.reserve(call)).rejects.toThrow();
    });

    it("settles a call once", async () => {
      const budget = await make(tokens(1_000));
      const held = await budget.reserve(call);
      await held.settle(call);
      await held.settle({ tokens: 0, usd: 0 });
      await expect(budget.reserve({ tokens: 601, usd: null })).rejects.toThrow();
      await budget.reserve({ tokens: 600, usd: null });
    });

    it("tells what is settled and held, together", async () => {
      const budget = await make({ maxTokens: null, maxUsd: null });
      expect(await budget.spent()).toEqual({ tokens: 0, usd: 0 });
      const held = await budget.reserve(call);
      await budget.reserve({ tokens: 100, usd: null });
      expect(await budget.spent()).toEqual({ tokens: 500, usd: 0.4 });
      await held.settle({ tokens: 50, usd: 0.05 });
      expect(await budget.spent()).toEqual({ tokens: 150, usd: expect.closeTo(0.05) });
    });

    it("without limits holds nothing up", async () => {
      const budget = await make({ maxTokens: null, maxUsd: null });
      await budget.reserve({ tokens: 1e9, usd: 1e6 });
      await budget.reserve({ tokens: 1e9, usd: 1e6 });
      expect(await budget.spent()).toEqual({ tokens: 2e9, usd: 2e6 });
    });
  });
}
