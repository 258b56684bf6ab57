import type { PastRun } from "../history-replay/run.ts";

/**
 * A finished run in one line.
 *
 * @example "3 of 18: 2024-03-05 buy 0.61"
 */
export function replayProgress(
  { day, decision, gaps }: PastRun,
  done: number,
  all: number,
): string {
  const place = `${done} of ${all}: ${day}`;
  if (decision === null) {
    return `${place} no decision: ${gaps.at(-1)?.message.replace(/\s+/g, " ") ?? "unknown"}`;
  }
  const missing = gaps.length === 0 ? "" : ` without ${gaps.map(({ who }) => who).join(", ")}`;
  return `${place} ${decision.action} ${decision.confidence.toFixed(2)}${missing}`;
}
