import { mean } from "../mean.ts";
import { minimumReturns } from "./minimum-returns.ts";
import { quantile } from "./quantile.ts";

/** The share of days that the loss is not to exceed. */
const LEVEL = 0.95;

/**
 * One-day value at risk by historical simulation: the loss that was not exceeded on 95 % of the
 * days, in percent, positive for a loss. No distribution is assumed.
 *
 * @param returns daily returns as fractions
 * @returns null with fewer than 60 returns
 */
export function valueAtRisk(returns: readonly number[]): number | null {
  if (returns.length < minimumReturns.valueAtRisk) return null;
  return quantile(losses(returns), LEVEL);
}

/**
 * Expected shortfall: the mean of the losses at or beyond the value at risk, in percent, positive
 * for a loss; never less than the value at risk. See Acerbi and Tasche, On the Coherence of
 * Expected Shortfall (2002).
 *
 * @param returns daily returns as fractions
 * @returns null with fewer than 60 returns
 */
export function expectedShortfall(returns: readonly number[]): number | null {
  const threshold = valueAtRisk(returns);
  if (threshold === null) return null;
  // The mean of equal losses may round to just below them.
  return Math.max(threshold, mean(losses(returns).filter((loss) => loss >= threshold)));
}

/** In percent, positive for a loss. */
function losses(returns: readonly number[]): number[] {
  return returns.map((dailyReturn) => -100 * dailyReturn);
}
