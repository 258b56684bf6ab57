import type { Day } from "../day.ts";
import { annualGrowth } from "./annual-growth.ts";
import type { BacktestRun } from "./backtest-run.ts";
import { equityDrawdown } from "./equity-drawdown.ts";
import type { Metrics } from "./metrics.ts";
import { type Period, returnsOf, withStart } from "./period.ts";
import { ratio } from "./ratio.ts";
import { annualSharpe, annualSortino, annualVolatility } from "./return-ratios.ts";
import { tradeStatistics } from "./trade-statistics.ts";

/**
 * How a run did over all bars, or over a period of them, which starts from the equity at the close
 * before it. Trades count where they were closed.
 *
 * @param dates those of the run's bars
 * @param cash what the run had at its start
 */
export function measure(
  run: BacktestRun,
  dates: readonly Day[],
  cash: number,
  period: Period = { from: 0, to: dates.length },
): Metrics {
  const { from, to } = period;
  const equity = withStart(run.equity, period);
  const days = withStart(dates, period);
  const [first = cash, last = first] = [equity[0], equity.at(-1)];
  const [start = "", end = ""] = [days[0], days.at(-1)];
  const returns = returnsOf(run.equity, period);
  const cagr = annualGrowth(first, last, start, end);
  const { deepest, longestDays } = equityDrawdown(equity, days);
  const held = run.shares.slice(from, to).filter((shares) => shares !== 0).length;
  const [opens = "", closes = ""] = [dates[from], dates[to - 1]];
  return {
    finalEquity: last,
    totalReturn: ratio(last - first, first) ?? 0,
    cagr,
    volatility: annualVolatility(returns),
    sharpe: annualSharpe(returns),
    sortino: annualSortino(returns),
    calmar: cagr === null ? null : ratio(cagr, -deepest),
    maxDrawdown: deepest,
    maxDrawdownDays: longestDays,
    exposure: ratio(held, to - from) ?? 0,
    ...tradeStatistics(
      run.trades.filter(({ exitDate }) => exitDate >= opens && exitDate <= closes),
    ),
    costsPaid: run.costs.slice(from, to).reduce((total, cost) => total + cost, 0),
  };
}
