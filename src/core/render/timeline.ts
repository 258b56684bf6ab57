import type { Span } from "../span.ts";
import { lengthOf } from "../span.ts";
import { type Timeline, withoutPauses } from "../timeline.ts";
import { duration } from "./duration.ts";
import { oneLine } from "./one-line.ts";

const AXIS = 48;
const NAME = 44;

/**
 * Every span as a bar on one axis, tools beneath the node they belong to, and what the bars say:
 * wall time, summed work, overlap and the critical path.
 */
export function renderTimeline(told: readonly Span[], timeline: Timeline): string {
  const spans = withoutPauses(told);
  const start = Math.min(...spans.map((span) => span.startedAt));
  const end = Math.max(...spans.map((span) => span.endedAt));
  const nodes = spans.filter(({ parent }) => parent === null);
  const rows = nodes.flatMap((node) => [
    row(node, oneLine(node.name), "█", start, end),
    ...spans
      .filter(({ parent }) => parent === node.name)
      .map((tool) => row(tool, `  ${oneLine(tool.name)}`, "▒", start, end)),
  ]);
  return [...rows, "", ...summary(timeline)].join("\n");
}

function row(span: Span, name: string, ink: string, start: number, end: number): string {
  const scale = end > start ? AXIS / (end - start) : 0;
  const from = Math.min(AXIS - 1, Math.floor((span.startedAt - start) * scale));
  const length = Math.max(1, Math.round(lengthOf(span) * scale));
  const bar = `${" ".repeat(from)}${ink.repeat(length)}`;
  const label = name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
  const failed = span.error === null ? "" : " failed";
  return `${label.padEnd(NAME)} │${bar.padEnd(AXIS)}│ ${duration(lengthOf(span))}${failed}`;
}

function summary(timeline: Timeline): string[] {
  const { wallMs, pausedMs, workMs, overlap, slowestAnalystMs, startSkewMs, criticalPath } =
    timeline;
  const figures = [
    `wall ${duration(wallMs)}${pausedMs > 0 ? ` without a pause of ${duration(pausedMs)}` : ""}`,
    `work ${duration(workMs)}`,
    `overlap ${overlap === null ? "unknown" : `${overlap.toFixed(2)}x`}`,
    `slowest analyst ${duration(slowestAnalystMs)}`,
    `start skew ${duration(startSkewMs)}`,
  ];
  const path = criticalPath.map(({ name, ms }) => `${oneLine(name)} ${duration(ms)}`);
  return [figures.join(" · "), `critical path: ${path.join(" > ")}`];
}
