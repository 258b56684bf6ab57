/** How far each value is below the highest so far, as a fraction: 0 or negative. */
export function drawdown(equity: readonly number[]): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  return equity.map((value) => {
    highest = Math.max(highest, value);
    return highest > 0 ? value / highest - 1 : 0;
  });
}
