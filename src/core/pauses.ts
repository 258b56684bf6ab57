import type { Span } from "./span.ts";

/** Work that goes on leaves no such time between two nodes. */
const SHORTEST_PAUSE_MS = 1_000;

/**
 * The same spans on an axis from which is taken when no node was at work between the first and the last:
 * such a run was cut off, and went on later.
 */
export function withoutPauses(spans: readonly Span[]): Span[] {
  const pauses = pausesOf(spans);
  const shift = (time: number) =>
    pauses.reduce((sum, { from, to }) => (time >= to ? sum - (to - from) : sum), time);
  return spans.map((span) => ({
    ...span,
    startedAt: shift(span.startedAt),
    endedAt: shift(span.endedAt),
  }));
}

function pausesOf(spans: readonly Span[]): { readonly from: number; readonly to: number }[] {
  const nodes = spans.filter((span) => span.parent === null);
  const pauses: { from: number; to: number }[] = [];
  let reached = Number.POSITIVE_INFINITY;
  for (const { startedAt, endedAt } of nodes.sort((a, b) => a.startedAt - b.startedAt)) {
    if (startedAt - reached >= SHORTEST_PAUSE_MS) pauses.push({ from: reached, to: startedAt });
    reached = reached === Number.POSITIVE_INFINITY ? endedAt : Math.max(reached, endedAt);
  }
  return pauses;
}
