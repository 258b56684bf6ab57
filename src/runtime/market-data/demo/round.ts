// Not 10 ** decimals: powers are not exactly specified.
const SCALES = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** Rounds to a number of decimals, 0 to 8, half up. */
export function roundTo(value: number, decimals: number): number {
  const scale = SCALES[decimals];
  if (scale === undefined) throw new RangeError(`${decimals} decimals are not among 0 to 8`);
  return Math.round(value * scale) / scale;
}
