const NEGLIGIBLE = 0.001;

/**
 * Steps until the seed of an exponential average weighs less than 0.1 %.
 *
 * @param smoothing the weight of the newest value: 2 / (n + 1) for an EMA, 1 / n for Wilder's
 */
export function stepsToSettle(smoothing: number): number {
  return Math.ceil(Math.log(NEGLIGIBLE) / Math.log(1 - smoothing));
}
