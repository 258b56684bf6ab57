const BLOCKS = "▁▂▃▄▅▆▇█";
const HIGHEST = BLOCKS.length - 1;
const MIDDLE = 3;

/**
 * A curve of one line, from its lowest value to its highest. More values than `width` are thinned out,
 * the first and the last kept; none give an empty text.
 *
 * @example sparkline([1, 2, 3, 8], 4) // "▁▂▃█"
 */
export function sparkline(values: readonly number[], width: number): string {
  const count = Math.min(values.length, width);
  const shown = Array.from({ length: count }, (_, i) => {
    return values[count === 1 ? values.length - 1 : placeOf(i, count, values.length)] ?? 0;
  });
  const lowest = Math.min(...shown);
  const range = Math.max(...shown) - lowest;
  const heightOf = (value: number) =>
    range === 0 ? MIDDLE : Math.round(((value - lowest) / range) * HIGHEST);
  return shown.map((value) => BLOCKS[heightOf(value)] ?? "").join("");
}

/** Which of the values stands in a place, when they are thinned out to so many. */
function placeOf(place: number, count: number, of: number): number {
  return Math.round((place * (of - 1)) / (count - 1));
}
