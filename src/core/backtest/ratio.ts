/** One number over another; null where that is no number. */
export function ratio(numerator: number, denominator: number): number | null {
  const found = numerator / denominator;
  return Number.isFinite(found) ? found : null;
}
