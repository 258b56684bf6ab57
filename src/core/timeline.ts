import { z } from "zod";
import { lengthOf, type Span } from "./span.ts";

/** Milliseconds, rounded to microseconds; null where the run did not get that far. */
export const timelineSchema = z.object({
  /** From the first span's start to the last one's end. */
  wallMs: z.number(),
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
export function timelineOf(spans: readonly Span[]): Timeline {
  const nodes = spans.filter((span) => span.parent === null);
  const analysts = nodes.filter((span) => span.kind === "analyst");
  const dispatcher = nodes.find((span) => span.kind === "dispatcher");
  const wallMs = reach(nodes);
  const workMs = nodes.reduce((sum, span) => sum + lengthOf(span), 0);
  return {
    wallMs: micro(wallMs),
    workMs: micro(workMs),
    overlap: wallMs > 0 ? Math.round((workMs / wallMs) * 100) / 100 : null,
    analystsMs: analysts.length > 0 ? micro(reach(analysts)) : null,
    slowestAnalystMs: analysts.length > 0 ? micro(Math.max(...analysts.map(lengthOf))) : null,
    startSkewMs:
      analysts.length > 0 && dispatcher !== undefined
        ? micro(Math.max(...analysts.map((span) => span.startedAt)) - dispatcher.endedAt)
        : null,
    criticalPath: criticalPath(nodes),
  };
}

/** Walks back from the last end: before each node stands the one that ended last before it began. */
function criticalPath(nodes: readonly Span[]): Timeline["criticalPath"] {
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

function micro(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
