import { mean } from "../mean.ts";

/** Returns come from divisions that round near 1e-16: a deviation below 1e-12 is no movement. */
export const NO_VARIANCE = 1e-24;

/** Sample covariance, divided by n - 1. Needs two pairs. */
export function covariance(pairs: readonly (readonly [number, number])[]): number {
  const meanA = mean(pairs.map(([a]) => a));
  const meanB = mean(pairs.map(([, b]) => b));
  const sum = pairs.reduce((total, [a, b]) => total + (a - meanA) * (b - meanB), 0);
  return sum / (pairs.length - 1);
}

/** Sample variance, divided by n - 1; 0 when all that varies is rounding. Needs two values. */
export function variance(values: readonly number[]): number {
  const found = covariance(values.map((value) => [value, value]));
  return found < NO_VARIANCE ? 0 : found;
}
