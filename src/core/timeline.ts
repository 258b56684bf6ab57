import { z } from "zod";
import { withoutPauses } from "./pauses.ts";
import { lengthOf, type Span, type SpanKind } from "./span.ts";

/** Milliseconds, rounded to microseconds; null where the run did not get that far. */
export const timelineSchema = z.object({
  /** From the first span's start to the last one's end, without the pauses. */
  wallMs: z.number(),
  /** Between being cut off and being taken up again, when no node was at work. */
  pausedMs: z.number(),
  /** The lengths of all nodes, summed: the wall time, had they run one after another. */
  workMs: z.number(),
  /** workMs / wallMs: how many nodes were at work at once, on average. */
  overlap: z.number().nullable(),
  /** From the first analyst's start to the last one's end. */
  analystsMs: z.number().nullable(),
  slowestAnalystMs: z.number().nullable(),
  /** The last analyst's start minus the dispatcher's end. */
  startSkewMs: z.number().nullable(),
  /** The chain that the wall time is made of: in each phase the node that ended last. */
  criticalPath: z.array(z.object({ name: z.string(), ms: z.number() })),
});

export type Timeline = z.infer<typeof timelineSchema>;

/** What a run's spans say about its concurrency. */
export function timelineOf(told: readonly Span[]): Timeline {
  const spans = withoutPauses(told);
  const nodes = nodesOf(spans);
  const { wallMs, workMs, overlap, criticalPath } = overlapOf(nodes);
  const { reachMs, slowestMs, startSkewMs } = fanOutOf(nodes, "analyst");
  return {
    wallMs,
    pausedMs: micro(reach(nodesOf(told)) - reach(nodes)),
    workMs,
    overlap,
    analystsMs: reachMs,
    slowestAnalystMs: slowestMs,
    startSkewMs,
    criticalPath,
  };
}

/** The spans that are part of no other. */
export function nodesOf(spans: readonly Span[]): Span[] {
  return spans.filter((span) => span.parent === null);
}

/** How much went on at once. */
export function overlapOf(
  nodes: readonly Span[],
): Pick<Timeline, "wallMs" | "workMs" | "overlap" | "criticalPath"> {
  const wallMs = reach(nodes);
  const workMs = nodes.reduce((sum, span) => sum + lengthOf(span), 0);
  return {
    wallMs: micro(wallMs),
    workMs: micro(workMs),
    overlap: wallMs > 0 ? Math.round((workMs / wallMs) * 100) / 100 : null,
    criticalPath: criticalPathOf(nodes),
  };
}

/** The branches of one kind that the dispatcher has sent; null without any. */
export function fanOutOf(nodes: readonly Span[], kind: SpanKind) {
  const branches = nodes.filter((span) => span.kind === kind);
  const dispatcher = nodes.find((span) => span.kind === "dispatcher");
  if (branches.length === 0) return { reachMs: null, slowestMs: null, startSkewMs: null };
  const lastStart = Math.max(...branches.map((span) => span.startedAt));
  return {
    /** From the first one's start to the last one's end. */
    reachMs: micro(reach(branches)),
    slowestMs: micro(Math.max(...branches.map(lengthOf))),
    /** The last one's start minus the dispatcher's end. */
    startSkewMs: dispatcher === undefined ? null : micro(lastStart - dispatcher.endedAt),
  };
}

/** Walks back from the last end: before each node stands the one that ended last before it began. */
export function criticalPathOf(nodes: readonly Span[]): Timeline["criticalPath"] {
  const path: Timeline["criticalPath"] = [];
  let next = latest(nodes);
  while (next !== undefined) {
    const { name, startedAt } = next;
    path.unshift({ name, ms: micro(lengthOf(next)) });
    next = latest(nodes.filter((span) => span.endedAt <= startedAt && span.startedAt < startedAt));
  }
  return path;
}

function latest(spans: readonly Span[]): Span | undefined {
  return spans.reduce<Span | undefined>(
    (last, span) => (last === undefined || span.endedAt > last.endedAt ? span : last),
    undefined,
  );
}

function reach(spans: readonly Span[]): number {
  if (spans.length === 0) return 0;
  return (
    Math.max(...spans.map((span) => span.endedAt)) -
    Math.min(...spans.map((span) => span.startedAt))
  );
}

/** Milliseconds, rounded to microseconds. */
export function micro(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
