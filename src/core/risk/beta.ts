import { minimumReturns } from "./minimum-returns.ts";
import { covariance, variance } from "./moments.ts";
import type { ReturnPair } from "./returns.ts";

/**
 * Beta of the capital asset pricing model: cov(asset, benchmark) / var(benchmark), the slope of the
 * least-squares line; neither adjusted towards 1 nor less a riskless rate.
 *
 * @returns null with fewer than 60 pairs, or when the benchmark does not move
 */
export function beta(pairs: readonly ReturnPair[]): number | null {
  if (pairs.length < minimumReturns.beta) return null;
  const benchmark = variance(pairs.map(([, benchmark]) => benchmark));
  return benchmark === 0 ? null : covariance(pairs) / benchmark;
}
