/** More digits than a chart can show. */
const DIGITS = 7;

/** A figure with as many digits as a chart can show. */
export function shortened(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** A column of them. */
export function short(values: readonly number[]): number[] {
  return values.map(shortened);
}
