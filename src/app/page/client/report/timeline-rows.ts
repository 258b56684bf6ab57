import { withoutPauses } from "#core/pauses.ts";
import type { Span, SpanKind } from "#core/span.ts";
import { inLanes } from "../in-lanes.ts";
import { type Tick, ticksOf } from "../time-axis.ts";

/** A stretch of the axis: shares of its whole length, 0 to 1. */
export interface Stretch {
  readonly from: number;
  readonly width: number;
}

/** Something that a node did within its own time: a tool call, a sample. */
export interface TimelinePart extends Stretch {
  readonly name: string;
  readonly ms: number;
  readonly error: string | null;
}

/** A node on the axis. One that worked in several rounds has a bar for each. */
export interface TimelineRow {
  readonly name: string;
  /** At the same time as others like it, alone, or by code without a model. */
  readonly tone: "together" | "alone" | "code";
  readonly bars: readonly (Stretch & { readonly startMs: number; readonly ms: number })[];
  /** In as few lanes as keep apart what was done at once. */
  readonly lanes: readonly (readonly TimelinePart[])[];
  /** All its bars. */
  readonly ms: number;
  /** Whether the wall time is made of it. */
  readonly critical: boolean;
  readonly error: string | null;
}

/** A run on one axis. */
export interface TimelineAxis {
  readonly rows: readonly TimelineRow[];
  readonly ticks: readonly Tick[];
}

const CODE: readonly SpanKind[] = [
  "dispatcher",
  "merge",
  "recall",
  "audit",
  "condition",
  "benchmark",
  "rank",
];

/**
 * @param told a run's spans
 * @param critical the names of the nodes that its wall time is made of
 */
export function timelineAxis(told: readonly Span[], critical: readonly string[]): TimelineAxis {
  const spans = withoutPauses(told).filter(({ kind }) => kind !== "group");
  const groups = new Set(told.filter(({ kind }) => kind === "group").map(({ name }) => name));
  const isNode = ({ parent }: Span) => parent === null || groups.has(parent);
  const nodes = spans.filter(isNode);
  if (nodes.length === 0) return { rows: [], ticks: [] };
  const start = Math.min(...nodes.map(({ startedAt }) => startedAt));
  const whole = Math.max(...nodes.map(({ endedAt }) => endedAt)) - start;
  const stretch = ({ startedAt, endedAt }: Span): Stretch => ({
    from: share(startedAt - start, whole),
    width: share(endedAt - startedAt, whole),
  });
  const named = Map.groupBy(nodes, ({ name }) => name);
  const rows = [...named].map(([name, own]): TimelineRow => {
    const bars = own.map((span) => ({
      ...stretch(span),
      startMs: span.startedAt - start,
      ms: span.endedAt - span.startedAt,
    }));
    const parts = spans.filter((span) => !isNode(span) && span.parent === name);
    return {
      name,
      tone: toneOf(own, nodes),
      bars,
      lanes: inLanes(parts, (part) => part).map((lane) =>
        lane.map((part) => ({
          ...stretch(part),
          name: part.name,
          ms: part.endedAt - part.startedAt,
          error: part.error,
        })),
      ),
      ms: bars.reduce((sum, { ms }) => sum + ms, 0),
      critical: critical.includes(name),
      error: own.find(({ error }) => error !== null)?.error ?? null,
    };
  });
  return { rows, ticks: ticksOf(whole) };
}

function share(ms: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, ms / whole)) : 0;
}

/** Together is who shares time with another of the same kind. */
function toneOf(own: readonly Span[], nodes: readonly Span[]): TimelineRow["tone"] {
  const [first] = own;
  if (first === undefined || CODE.includes(first.kind)) return "code";
  const alike = nodes.filter(({ kind, name }) => kind === first.kind && name !== first.name);
  const meets = own.some((one) =>
    alike.some((other) => one.startedAt < other.endedAt && other.startedAt < one.endedAt),
  );
  return meets ? "together" : "alone";
}
