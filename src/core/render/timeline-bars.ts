import { lengthOf, type Span } from "../span.ts";
import { duration } from "./duration.ts";
import { oneLine } from "./one-line.ts";

const AXIS = 48;
const NAME = 44;

/** Every span as a bar on one axis, those that are part of a node beneath it. */
export function timelineBars(spans: readonly Span[]): string[] {
  const start = Math.min(...spans.map((span) => span.startedAt));
  const end = Math.max(...spans.map((span) => span.endedAt));
  const nodes = spans.filter(({ parent }) => parent === null);
  return nodes.flatMap((node) => [
    row(node, oneLine(node.name), "█", start, end),
    ...spans
      .filter(({ parent }) => parent === node.name)
      .map((part) => row(part, `  ${oneLine(part.name)}`, "▒", start, end)),
  ]);
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

/** The chain that the wall time is made of. */
export function criticalPathLine(path: readonly { name: string; ms: number }[]): string {
  return `critical path: ${path.map(({ name, ms }) => `${oneLine(name)} ${duration(ms)}`).join(" > ")}`;
}

/** How many nodes were at work at once, on average; null is unknown. */
export function overlapWords(overlap: number | null): string {
  return `overlap ${overlap === null ? "unknown" : `${overlap.toFixed(2)}x`}`;
}
