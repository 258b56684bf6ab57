import { minimumReturns } from "./minimum-returns.ts";
import { covariance, variance } from "./moments.ts";
import type { ReturnPair } from "./returns.ts";

/**
 * Pearson's correlation of daily returns, -1 to 1.
 *
 * @returns null with fewer than 60 pairs, or when either side does not move
 */
export function correlation(pairs: readonly ReturnPair[]): number | null {
  if (pairs.length < minimumReturns.correlation) return null;
  const asset = variance(pairs.map(([asset]) => asset));
  const benchmark = variance(pairs.map(([, benchmark]) => benchmark));
  if (asset === 0 || benchmark === 0) return null;
  const found = covariance(pairs) / Math.sqrt(asset * benchmark);
  return Math.min(1, Math.max(-1, found));
}
