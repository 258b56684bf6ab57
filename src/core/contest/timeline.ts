import type { Span } from "../span.ts";
import { criticalPathOf, fanOutOf, micro, nodesOf, overlapOf } from "../timeline.ts";
import type { ContestTimeline } from "./contest.ts";

/** What a contest's spans say about its concurrency. */
export function contestTimelineOf(spans: readonly Span[]): ContestTimeline {
  const nodes = nodesOf(spans);
  const begun = Math.min(...nodes.map(({ startedAt }) => startedAt));
  const ends = nodes
    .filter(({ kind, error }) => kind === "author" && error === null)
    .map(({ endedAt }) => endedAt - begun);
  const { slowestMs, startSkewMs } = fanOutOf(nodes, "author");
  return {
    ...overlapOf(nodes),
    // Buying and holding is measured beside the authors; none of them waits for it.
    criticalPath: criticalPathOf(nodes.filter(({ kind }) => kind !== "benchmark")),
    slowestAuthorMs: slowestMs,
    startSkewMs,
    firstDoneMs: ends.length === 0 ? null : micro(Math.min(...ends)),
    lastDoneMs: ends.length === 0 ? null : micro(Math.max(...ends)),
  };
}
