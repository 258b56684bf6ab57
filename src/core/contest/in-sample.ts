import { annualGrowth } from "../backtest/annual-growth.ts";
import type { Bars } from "../backtest/bars.ts";
import { equityDrawdown } from "../backtest/equity-drawdown.ts";
import { annualVolatility } from "../backtest/return-ratios.ts";
import { DeskError } from "../errors.ts";
import { mean } from "../mean.ts";
import { correlation } from "../risk/correlation.ts";
import type { MarketBrief } from "./market-brief.ts";

/**
 * What an author is told of a market: measured over the bars given, which are those that it may see.
 * Five significant digits.
 *
 * @throws DeskError `strategy` without bars
 */
export function marketBriefOf({ symbol, dates, high, low, close }: Bars): MarketBrief {
  const [from, firstClose] = [dates[0], close[0]];
  const [to, lastClose] = [dates.at(-1), close.at(-1)];
  if (
    from === undefined ||
    to === undefined ||
    firstClose === undefined ||
    lastClose === undefined
  ) {
    throw new DeskError("strategy", `There are no bars of ${symbol} to write a strategy for.`);
  }
  const returns = close.slice(1).map((price, place) => price / (close[place] ?? Number.NaN) - 1);
  const pairs = returns.slice(1).map((value, place) => [value, returns[place] ?? 0] as const);
  const ranges = close.map((price, place) => {
    return ((high[place] ?? Number.NaN) - (low[place] ?? Number.NaN)) / price;
  });
  const ups = returns.filter((value) => value > 0).length;
  return {
    symbol,
    from,
    to,
    bars: dates.length,
    firstClose: rounded(firstClose),
    lastClose: rounded(lastClose),
    annualReturn: roundedKnown(annualGrowth(firstClose, lastClose, from, to)),
    annualVolatility: roundedKnown(annualVolatility(returns)),
    maxDrawdown: rounded(equityDrawdown(close, dates).deepest),
    daysUp: rounded(returns.length === 0 ? 0 : ups / returns.length),
    autocorrelation: roundedKnown(correlation(pairs)),
    dailyRange: rounded(mean(ranges)),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}

function roundedKnown(value: number | null): number | null {
  return value === null ? null : rounded(value);
}
