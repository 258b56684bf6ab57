import { mean } from "../mean.ts";
import type { Trade } from "./backtest-run.ts";
import type { Metrics } from "./metrics.ts";
import { ratio } from "./ratio.ts";

type TradeStatistics = Pick<
  Metrics,
  "trades" | "winRate" | "profitFactor" | "expectancy" | "bestTrade" | "worstTrade"
>;

/** What closed trades have brought; a trade's return is its profit over what was paid to enter it. */
export function tradeStatistics(trades: readonly Trade[]): TradeStatistics {
  const profits = trades.map(({ profit }) => profit);
  const returns = trades.map(
    ({ profit, shares, entryPrice }) => profit / (Math.abs(shares) * entryPrice),
  );
  const won = profits.filter((profit) => profit > 0);
  const lost = profits.filter((profit) => profit < 0);
  const hasTrades = trades.length > 0;
  return {
    trades: trades.length,
    winRate: ratio(won.length, trades.length),
    profitFactor: ratio(sum(won), -sum(lost)),
    expectancy: hasTrades ? mean(returns) : null,
    bestTrade: hasTrades ? returns.reduce((best, value) => Math.max(best, value)) : null,
    worstTrade: hasTrades ? returns.reduce((worst, value) => Math.min(worst, value)) : null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
