import type { BacktestReport } from "../backtest/backtest-report.ts";

/** A backtest as programs are given it: what `backtest --json` prints. */
export function backtestJson(report: BacktestReport) {
  const { strategy, data, file, currency, bars, rules, engine, warnings } = report;
  const { metrics, benchmark, trades, open, equity } = report;
  return {
    symbol: bars.symbol,
    strategy: strategy.name,
    source: data?.source ?? null,
    synthetic: data?.synthetic ?? false,
    notice: data?.notice ?? null,
    file,
    currency,
    from: bars.dates[0] ?? null,
    to: bars.dates.at(-1) ?? null,
    bars: bars.dates.length,
    rules,
    engine,
    metrics,
    buyAndHold: benchmark.metrics,
    trades,
    open,
    dates: bars.dates,
    equity,
    buyAndHoldEquity: benchmark.equity,
    warnings,
  };
}
