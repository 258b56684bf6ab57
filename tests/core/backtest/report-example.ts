import type { BacktestReport } from "#core/backtest/backtest-report.ts";
import type { Metrics } from "#core/backtest/metrics.ts";

export const exampleMetrics: Metrics = {
  finalEquity: 12_000,
  totalReturn: 0.2,
  cagr: null,
  volatility: 0.25,
  sharpe: 1.234,
  sortino: null,
  calmar: null,
  maxDrawdown: -0.125,
  maxDrawdownDays: 3,
  exposure: 0.5,
  trades: 1,
  winRate: 1,
  profitFactor: null,
  expectancy: 0.2,
  bestTrade: 0.2,
  worstTrade: 0.2,
  costsPaid: 0,
};

/** A report of three bars of a file; a part left out is as ordinary as can be. */
export function reportExample(parts: Partial<BacktestReport> = {}): BacktestReport {
  return {
    strategy: { name: "sma.js", code: "function execute_trade() { return 0; }" },
    data: null,
    file: "acme.csv",
    currency: null,
    bars: {
      symbol: "ACME",
      dates: ["2024-01-08", "2024-01-09", "2024-01-10"],
      open: [10, 10, 12],
      high: [11, 12, 13],
      low: [9, 9, 11],
      close: [10, 11, 12],
      volume: [1, 2, 3],
    },
    rules: { cash: 10_000, commission: 0, slippage: 0, wholeShares: false, allowShort: false },
    engine: "sandbox 1.0",
    metrics: exampleMetrics,
    benchmark: { metrics: exampleMetrics, equity: [10_000, 11_000, 12_000] },
    trades: [
      {
        entryDate: "2024-01-09",
        exitDate: "2024-01-10",
        entryPrice: 10,
        exitPrice: 12,
        shares: 1_000,
        profit: 2_000,
      },
    ],
    open: [],
    equity: [10_000, 11_000, 12_000],
    warnings: [],
    ...parts,
  };
}
