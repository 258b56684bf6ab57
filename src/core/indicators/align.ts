/**
 * Lays a series that ends with the last bar beside the candles: null for the bars before it began,
 * and for whatever is no finite number.
 */
export function align(
  length: number,
  tail: readonly (number | null | undefined)[],
): (number | null)[] {
  const lead = new Array<null>(length - tail.length).fill(null);
  return [...lead, ...tail.map((value) => (Number.isFinite(value) ? (value ?? null) : null))];
}
