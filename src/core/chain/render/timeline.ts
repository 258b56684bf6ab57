import { withoutPauses } from "../../pauses.ts";
import { counted } from "../../render/counted.ts";
import { duration } from "../../render/duration.ts";
import { criticalPathLine, overlapWords, timelineBars } from "../../render/timeline-bars.ts";
import type { Span } from "../../span.ts";
import type { ChainResult } from "../chain-result.ts";
import { workIn } from "../timeline.ts";

type ChainTimeline = ChainResult["timeline"];

/** Agents as bars on one axis, their tool calls beneath them, and what the bars say of each group and of all. */
export function renderChainTimeline(spans: readonly Span[], timeline: ChainTimeline): string {
  const { wallMs, pausedMs, workMs, overlap, criticalPath, groups } = timeline;
  const work = workIn(spans).toSorted((a, b) => a.startedAt - b.startedAt);
  const figures = [
    `wall ${duration(wallMs)}${pausedMs > 0 ? ` without a pause of ${duration(pausedMs)}` : ""}`,
    `work ${duration(workMs)}`,
    overlapWords(overlap),
  ];
  return [
    ...(work.length === 0 ? [] : [...timelineBars(withoutPauses(work)), ""]),
    figures.join(" · "),
    ...groups.map(groupLine),
    criticalPathLine(criticalPath),
  ].join("\n");
}

function groupLine(group: ChainTimeline["groups"][number]): string {
  const { name, agents, ms, slowestMs, workMs, startSkewMs } = group;
  return [
    `group ${name}: ${counted(agents.length, "agent", "agents")} in ${duration(ms)}`,
    `slowest ${duration(slowestMs)}`,
    `one after another ${duration(workMs)}`,
    `start skew ${duration(startSkewMs)}`,
  ].join(" · ");
}
