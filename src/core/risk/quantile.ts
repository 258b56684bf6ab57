/**
 * The value below which a share of the values lies, interpolated on a line between neighbours:
 * type 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages (1996), which NumPy, R and
 * spreadsheets use unless told otherwise.
 *
 * @param share 0 to 1
 * @returns NaN when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (position - Math.floor(position)) * (above - below);
}
