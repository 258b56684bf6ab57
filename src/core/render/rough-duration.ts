/**
 * An estimated length of time for people, no finer than it can be known.
 *
 * @example roughDuration(12_400) // "12 s"
 * @example roughDuration(3_072_490) // "51 min"
 * @example roughDuration(7_500_000) // "2 h 5 min"
 */
export function roughDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
