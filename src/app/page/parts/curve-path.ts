/** What a drawing's height stands for. Both in the values' unit. */
export interface Span {
  readonly low: number;
  readonly high: number;
  /** Whether equal factors, not equal steps, are equally high. */
  readonly byFactors: boolean;
}

/** More points than a drawing of a page's width can show. */
const POINTS = 240;
/** Where the highest is so many times the lowest, equal steps would flatten all but the end. */
const WIDE = 5;

/** The span that all of the curves fit into. */
export function spanOf(curves: readonly (readonly number[])[]): Span {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const curve of curves) {
    for (const value of curve) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return { low, high, byFactors: low > 0 && high / low >= WIDE };
}

/** A curve as an SVG path over a drawing of a width and a height; empty for no values. */
export function curvePath(
  values: readonly number[],
  width: number,
  height: number,
  span: Span,
): string {
  const steps = Math.min(POINTS, values.length) - 1;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const along = steps === 0 ? 0 : step / steps;
    const value = values[Math.round(along * (values.length - 1))] ?? 0;
    const up = heightOf(value, span);
    return `${round(along * width)} ${round((1 - up) * height)}`;
  });
  return points.length === 0 ? "" : `M${points.join("L")}`;
}

/** How high in the span a value lies, 0 to 1. */
export function heightOf(value: number, { low, high, byFactors }: Span): number {
  if (high === low) return 0.5;
  return byFactors
    ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
    : (value - low) / (high - low);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
