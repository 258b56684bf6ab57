import { duration } from "../../render/duration.ts";
import { criticalPathLine, overlapWords, timelineBars } from "../../render/timeline-bars.ts";
import type { Span } from "../../span.ts";
import type { ContestTimeline } from "../contest.ts";

/** Authors as bars on one axis, their steps beneath them, and what the bars say. */
export function renderContestTimeline(spans: readonly Span[], timeline: ContestTimeline): string {
  const { wallMs, workMs, overlap, slowestAuthorMs, startSkewMs } = timeline;
  const figures = [
    `wall ${duration(wallMs)}`,
    `work ${duration(workMs)}`,
    overlapWords(overlap),
    `slowest author ${duration(slowestAuthorMs)}`,
    `start skew ${duration(startSkewMs)}`,
  ];
  const done = `first strategy done after ${duration(timeline.firstDoneMs)}, last after ${duration(timeline.lastDoneMs)}`;
  const summary = [figures.join(" · "), done, criticalPathLine(timeline.criticalPath)];
  return [...timelineBars(spans), "", ...summary].join("\n");
}
