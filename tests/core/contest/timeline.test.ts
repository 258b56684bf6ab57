import { describe, expect, it } from "vitest";
import { contestTimelineOf } from "#core/contest/timeline.ts";
import type { Span, SpanKind } from "#core/span.ts";

function span(name: string, kind: SpanKind, startedAt: number, endedAt: number): Span {
  return { name, kind, parent: null, startedAt, endedAt, error: null };
}

describe("a contest's timeline", () => {
  it("has no buying and holding in its critical path, though it ends before an author begins", () => {
    const timeline = contestTimelineOf([
      span("dispatcher", "dispatcher", 0, 10),
      span("buy_and_hold", "benchmark", 10, 14),
      span("rules:blend", "author", 15, 90),
      span("rules:breakout", "author", 15, 60),
      span("rank", "rank", 91, 95),
    ]);
    expect(timeline.criticalPath).toEqual([
      { name: "dispatcher", ms: 10 },
      { name: "rules:blend", ms: 75 },
      { name: "rank", ms: 4 },
    ]);
  });

  it("counts buying and holding as work", () => {
    const timeline = contestTimelineOf([
      span("dispatcher", "dispatcher", 0, 10),
      span("buy_and_hold", "benchmark", 10, 50),
      span("rules:blend", "author", 10, 50),
    ]);
    expect(timeline).toMatchObject({ wallMs: 50, workMs: 90, overlap: 1.8 });
  });
});
