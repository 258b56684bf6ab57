import { describe, expect, it } from "vitest";
import { timelineAxis } from "#app/page/client/report/timeline-rows.ts";
import type { Span } from "#core/span.ts";
import { span, toolSpan } from "../../../../core/examples.ts";

const told: readonly Span[] = [
  span("dispatcher", 1_000, 1_100),
  span("market_analyst", 1_100, 1_500),
  toolSpan("get_quote(AAPL)", "market_analyst", 1_150, 1_200),
  span("news_analyst", 1_100, 1_300),
  span("portfolio_manager", 1_500, 2_000),
];

describe("the timeline's rows", () => {
  it("are shares of the whole, with a node's calls beneath it", () => {
    const { rows, ticks } = timelineAxis(told, ["dispatcher", "market_analyst"]);
    expect(rows[1]).toMatchObject({
      name: "market_analyst",
      bars: [{ from: 0.1, width: 0.4, startMs: 100, ms: 400 }],
      lanes: [[{ name: "get_quote(AAPL)", width: 0.05, ms: 50, error: null }]],
      critical: true,
    });
    expect(ticks.at(0)).toEqual({ at: 0, words: "0" });
  });

  it("tell who worked at once with others, who alone, and what was code", () => {
    const tones = timelineAxis(told, []).rows.map(({ name, tone }) => [name, tone]);
    expect(tones).toEqual([
      ["dispatcher", "code"],
      ["market_analyst", "together"],
      ["news_analyst", "together"],
      ["portfolio_manager", "alone"],
    ]);
  });

  it("give a node that worked in several rounds one row with a bar for each", () => {
    const rounds = [span("a_analyst", 0, 10), span("a_analyst", 20, 50)];
    const { rows } = timelineAxis(rounds, []);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.bars.map(({ ms }) => ms)).toEqual([10, 30]);
    expect(rows[0]?.ms).toBe(40);
  });

  it("have calls beneath each other only where they were made at once", () => {
    const calls = [
      toolSpan("a", "market_analyst", 1_150, 1_200),
      toolSpan("b", "market_analyst", 1_160, 1_170),
      toolSpan("c", "market_analyst", 1_210, 1_220),
    ];
    const { rows } = timelineAxis([span("market_analyst", 1_100, 1_500), ...calls], []);
    expect(rows[0]?.lanes.map((lane) => lane.map(({ name }) => name))).toEqual([["a", "c"], ["b"]]);
  });

  it("are those of the agents, where a group stands around them", () => {
    const agent = (name: string): Span => ({ ...span(name, 0, 10), kind: "agent", parent: "all" });
    const group: Span = { ...span("all", 0, 10), kind: "group" };
    const { rows } = timelineAxis([group, agent("one"), agent("two")], []);
    expect(rows.map(({ name, tone }) => [name, tone])).toEqual([
      ["one", "together"],
      ["two", "together"],
    ]);
  });

  it("are none where nothing was told", () => {
    expect(timelineAxis([], [])).toEqual({ rows: [], ticks: [] });
  });
});
