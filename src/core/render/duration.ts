/**
 * A length of time for people; null is "unknown".
 *
 * @example duration(0.42) // "0.4 ms"
 * @example duration(1234) // "1.23 s"
 */
export function duration(ms: number | null): string {
  if (ms === null) return "unknown";
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(2)} s`;
}
