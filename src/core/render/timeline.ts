import { withoutPauses } from "../pauses.ts";
import type { Span } from "../span.ts";
import type { Timeline } from "../timeline.ts";
import { duration } from "./duration.ts";
import { criticalPathLine, overlapWords, timelineBars } from "./timeline-bars.ts";

/**
 * Every span as a bar on one axis, tools beneath the node they belong to, and what the bars say:
 * wall time, summed work, overlap and the critical path.
 */
export function renderTimeline(told: readonly Span[], timeline: Timeline): string {
  return [...timelineBars(withoutPauses(told)), "", ...summary(timeline)].join("\n");
}

function summary(timeline: Timeline): string[] {
  const { wallMs, pausedMs, workMs, overlap, slowestAnalystMs, startSkewMs, criticalPath } =
    timeline;
  const figures = [
    `wall ${duration(wallMs)}${pausedMs > 0 ? ` without a pause of ${duration(pausedMs)}` : ""}`,
    `work ${duration(workMs)}`,
    overlapWords(overlap),
    `slowest analyst ${duration(slowestAnalystMs)}`,
    `start skew ${duration(startSkewMs)}`,
  ];
  return [figures.join(" · "), criticalPathLine(criticalPath)];
}
