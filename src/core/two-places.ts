/** A share or a confidence as it is stated: two decimals. */
export function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100;
}
