import { describe, expect, it } from "vitest";
import type { RunEvent } from "#core/event.ts";
import { spansOfEvents } from "#core/event-spans.ts";
import type { Span } from "#core/span.ts";
import { span, toolSpan } from "./examples.ts";

const quote = { name: "get_quote(AAPL)", kind: "tool", parent: "market_analyst" } as const;

function started({ name, kind, parent, startedAt }: Span): RunEvent {
  return { type: "span_started", name, kind, parent, at: startedAt };
}

function ended({ name, kind, parent, startedAt, endedAt, error }: Span): RunEvent {
  return { type: "span_ended", name, kind, parent, at: endedAt, ms: endedAt - startedAt, error };
}

describe("spans told by events", () => {
  it("have the start of one event and the end of the other, in the order of their starts", () => {
    const node = span("market_analyst", 10, 100);
    const tool = { ...toolSpan("get_quote(AAPL)", "market_analyst", 12, 40), error: "down" };
    const events = [started(node), started(tool), ended(tool), ended(node)];
    expect(spansOfEvents(events)).toEqual({ spans: [node, tool], unfinished: [] });
  });

  it("of one name pair in the order of their starts", () => {
    const first = { ...quote, startedAt: 1, endedAt: 5, error: null };
    const second = { ...quote, startedAt: 2, endedAt: 6, error: null };
    const events = [started(first), started(second), ended(first), ended(second)];
    expect(spansOfEvents(events).spans).toEqual([first, second]);
  });

  it("of one name under two nodes are two", () => {
    const market = { ...quote, startedAt: 1, endedAt: 9, error: null };
    const news = { ...quote, parent: "news_analyst", startedAt: 2, endedAt: 3, error: null };
    const events = [started(market), started(news), ended(news), ended(market)];
    expect(spansOfEvents(events).spans).toEqual([market, news]);
  });

  it("name by their path what has no end", () => {
    const node = span("market_analyst", 10, 100);
    const events = [started(node), started(toolSpan("get_quote(AAPL)", "market_analyst", 12, 40))];
    expect(spansOfEvents(events)).toEqual({
      spans: [],
      unfinished: ["market_analyst", "market_analyst/get_quote(AAPL)"],
    });
  });

  it("take their start from the length where only the end is told", () => {
    expect(spansOfEvents([ended(span("merge", 7, 9))]).spans).toEqual([span("merge", 7, 9)]);
  });

  it("come from starts and ends alone", () => {
    const events: RunEvent[] = [
      { type: "notice", text: "demo", at: 1 },
      { type: "text", node: "market_analyst", text: "Up.", at: 2 },
      { type: "run_ended", ms: 3, error: null, at: 3 },
    ];
    expect(spansOfEvents(events)).toEqual({ spans: [], unfinished: [] });
  });

  it("leaves out what was at work when the run was cut off: it was done again", () => {
    const node = span("market_analyst", 100, 200);
    const events: RunEvent[] = [
      started({ ...node, startedAt: 1 }),
      { type: "run_resumed", attempt: 2, at: 90 },
      started(node),
      ended(node),
    ];
    expect(spansOfEvents(events)).toEqual({ spans: [node], unfinished: [] });
  });
});
