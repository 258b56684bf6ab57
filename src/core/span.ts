import { z } from "zod";

export const spanKinds = [
  "dispatcher",
  "analyst",
  "tool",
  "merge",
  "researcher",
  "trader",
  "reviewer",
  "recall",
  "manager",
  "sample",
  "audit",
  "author",
  "author_step",
  "benchmark",
  "rank",
  "agent",
  "group",
  "condition",
] as const;

/** One piece of work with a beginning and an end, in epoch milliseconds with a fraction. */
export const spanSchema = z.object({
  /** Node name, or the tool call as written: `get_indicator(rsi_14)`. Holds no blanks. */
  name: z.string(),
  kind: z.enum(spanKinds),
  /** The name of the span it is part of; null at the top. */
  parent: z.string().nullable(),
  startedAt: z.number(),
  endedAt: z.number(),
  /** Why it failed; null when it did not. */
  error: z.string().nullable(),
});

export type Span = z.infer<typeof spanSchema>;
export type SpanKind = Span["kind"];

/** Its length in milliseconds. */
export function lengthOf(span: Span): number {
  return span.endedAt - span.startedAt;
}

/** A time as results write it: ISO 8601 with milliseconds, UTC. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
