import { describe, expect, it } from "vitest";
import type { Trade } from "#core/backtest/backtest-run.ts";
import { tradeStatistics } from "#core/backtest/trade-statistics.ts";

function trade(shares: number, entryPrice: number, profit: number): Trade {
  const dates = { entryDate: "2024-01-02", exitDate: "2024-01-03" };
  return { ...dates, shares, entryPrice, exitPrice: entryPrice + profit / shares, profit };
}

describe("statistics of trades", () => {
  it("count wins and weigh gains in cash, and returns by what was paid to enter", () => {
    const statistics = tradeStatistics([
      trade(10, 10, 30), // 30 %
      trade(100, 10, -50), // -5 %
      trade(-5, 20, 20), // 20 % of a short
      trade(1, 10, 0), // neither won nor lost
    ]);
    expect(statistics).toEqual({
      trades: 4,
      winRate: 0.5,
      profitFactor: 1,
      expectancy: expect.closeTo((0.3 - 0.05 + 0.2) / 4, 12),
      bestTrade: 0.3,
      worstTrade: -0.05,
    });
  });

  it("are null without trades", () => {
    expect(tradeStatistics([])).toEqual({
      trades: 0,
      winRate: null,
      profitFactor: null,
      expectancy: null,
      bestTrade: null,
      worstTrade: null,
    });
  });

  it("give no profit factor where nothing was lost, and 0 where nothing was won", () => {
    expect(tradeStatistics([trade(1, 10, 1)]).profitFactor).toBeNull();
    expect(tradeStatistics([trade(1, 10, -1)]).profitFactor).toBe(0);
  });
});
