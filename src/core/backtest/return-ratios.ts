import { mean } from "../mean.ts";
import { NO_VARIANCE, variance } from "../risk/moments.ts";
import { TRADING_DAYS } from "../risk/volatility.ts";
import { ratio } from "./ratio.ts";

/** The sample standard deviation of daily returns, a year; null with fewer than two. */
export function annualVolatility(returns: readonly number[]): number | null {
  return returns.length < 2 ? null : Math.sqrt(variance(returns) * TRADING_DAYS);
}

/**
 * Mean over sample standard deviation of daily returns, not annualised and with no riskless rate.
 *
 * @returns null with fewer than two returns, and where they do not move
 */
export function dailySharpe(returns: readonly number[]): number | null {
  return returns.length < 2 ? null : ratio(mean(returns), Math.sqrt(variance(returns)));
}

/** Sharpe's ratio a year: the arithmetic mean, as in empyrical. Null as `dailySharpe` is. */
export function annualSharpe(returns: readonly number[]): number | null {
  const daily = dailySharpe(returns);
  return daily === null ? null : daily * Math.sqrt(TRADING_DAYS);
}

/**
 * Sortino's ratio a year: the mean over the downside deviation, which is the root of the mean over all
 * returns of the squares of the negative ones, as in empyrical.
 *
 * @returns null with fewer than two returns, and where none is negative
 */
export function annualSortino(returns: readonly number[]): number | null {
  const downside = mean(returns.map((value) => Math.min(value, 0) ** 2));
  if (returns.length < 2 || downside < NO_VARIANCE) return null;
  return ratio(mean(returns), Math.sqrt(downside / TRADING_DAYS));
}
