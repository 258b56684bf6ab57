import { minimumReturns } from "./minimum-returns.ts";
import { variance } from "./moments.ts";

/** Days a year that an exchange trades; a market that never closes has 365. */
export const TRADING_DAYS = 252;

/**
 * Historical volatility: the sample standard deviation of daily returns times the root of the days
 * in a year, in percent a year (23.1 is 23.1 %). Zero for a price that does not move.
 *
 * @param returns daily returns as fractions
 * @returns null with fewer than 20 returns
 */
export function volatility(returns: readonly number[], daysPerYear = TRADING_DAYS): number | null {
  if (returns.length < minimumReturns.volatility) return null;
  return 100 * Math.sqrt(variance(returns) * daysPerYear);
}
