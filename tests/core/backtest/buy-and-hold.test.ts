import { describe, expect, it } from "vitest";
import { buyAndHold } from "#core/backtest/buy-and-hold.ts";
import { barsAt, rules } from "./bars-at.ts";

const bars = barsAt([
  [8, 9],
  [10, 11],
  [12, 20],
]);

describe("buying and holding", () => {
  it("puts all cash in at the second bar's open, with the same costs", () => {
    const { equity, open, costs } = buyAndHold(bars, rules({ commission: 0.25 }));
    // A share costs 12.5, so 80 are bought.
    expect(equity).toEqual([1000, 880, 1600]);
    expect(open).toEqual([
      { entryDate: "2024-01-02", entryPrice: 10, shares: 80, profit: 800 - 200 },
    ]);
    expect(costs).toEqual([0, 200, 0]);
  });

  it("keeps the cash that pays for no whole share", () => {
    const { equity } = buyAndHold(bars, rules({ cash: 1005, wholeShares: true }));
    expect(equity).toEqual([1005, 100 * 11 + 5, 100 * 20 + 5]);
  });

  it("is cash where there is one bar", () => {
    expect(buyAndHold(barsAt([[8, 9]]), rules()).equity).toEqual([1000]);
  });
});
