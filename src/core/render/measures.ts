import type { Metrics } from "../backtest/metrics.ts";
import { figure } from "../figure.ts";
import { gainText, partText, ratioText } from "./fractions.ts";

/** One measure of a strategy, for people. */
export interface Measure {
  readonly title: string;
  /** null is unknown. */
  readonly of: (metrics: Metrics) => number | null;
  readonly words: (value: number | null, currency: string | null) => string;
  /** Whether it is an amount of the bars' currency. */
  readonly isMoney?: true;
}

/** Which of the Sharpe ratios is meant, since there are several. */
export const SHARPE_IN_WORDS =
  "arithmetic mean of the daily returns over their standard deviation, for a year of 252 days, no riskless rate taken off";

/** All measures, in the order in which they are shown. */
export const measures: readonly Measure[] = [
  { title: "Final equity", of: ({ finalEquity }) => finalEquity, words: money, isMoney: true },
  { title: "Total return", of: ({ totalReturn }) => totalReturn, words: gainText },
  { title: "Return a year (CAGR)", of: ({ cagr }) => cagr, words: gainText },
  { title: "Volatility a year", of: ({ volatility }) => volatility, words: partText },
  { title: "Sharpe ratio", of: ({ sharpe }) => sharpe, words: ratioText },
  { title: "Sortino ratio", of: ({ sortino }) => sortino, words: ratioText },
  { title: "Calmar ratio", of: ({ calmar }) => calmar, words: ratioText },
  { title: "Maximum drawdown", of: ({ maxDrawdown }) => maxDrawdown, words: partText },
  { title: "Longest drawdown", of: ({ maxDrawdownDays }) => maxDrawdownDays, words: days },
  { title: "Exposure", of: ({ exposure }) => exposure, words: partText },
  { title: "Closed trades", of: ({ trades }) => trades, words: count },
  { title: "Win rate", of: ({ winRate }) => winRate, words: partText },
  { title: "Profit factor", of: ({ profitFactor }) => profitFactor, words: ratioText },
  { title: "Mean trade", of: ({ expectancy }) => expectancy, words: gainText },
  { title: "Best trade", of: ({ bestTrade }) => bestTrade, words: gainText },
  { title: "Worst trade", of: ({ worstTrade }) => worstTrade, words: gainText },
  { title: "Costs paid", of: ({ costsPaid }) => costsPaid, words: money, isMoney: true },
];

function money(value: number | null, currency: string | null): string {
  return value === null ? "unknown" : figure(value, "currency", currency);
}

function days(value: number | null): string {
  return value === null ? "unknown" : figure(value, "days");
}

function count(value: number | null): string {
  return value === null ? "unknown" : figure(value, "count");
}
