import { describe, expect, it } from "vitest";
import { analystNames } from "#core/analyst.ts";
import { timelineOf } from "#core/timeline.ts";
import { span, toolSpan } from "./examples.ts";

describe("a timeline", () => {
  it("of nodes one after another has an overlap of 1", () => {
    const timeline = timelineOf([
      span("dispatcher", 1_000, 1_010),
      span("market_analyst", 1_010, 1_110),
      span("news_analyst", 1_110, 1_310),
    ]);
    expect(timeline).toEqual({
      wallMs: 310,
      pausedMs: 0,
      workMs: 310,
      overlap: 1,
      analystsMs: 300,
      slowestAnalystMs: 200,
      startSkewMs: 100,
      criticalPath: [
        { name: "dispatcher", ms: 10 },
        { name: "market_analyst", ms: 100 },
        { name: "news_analyst", ms: 200 },
      ],
    });
  });

  it("of six equal analysts at once has an overlap of 6 and the length of one", () => {
    const timeline = timelineOf(analystNames.map((name) => span(`${name}_analyst`, 0, 100)));
    expect(timeline).toMatchObject({
      wallMs: 100,
      workMs: 600,
      overlap: 6,
      analystsMs: 100,
      slowestAnalystMs: 100,
    });
    expect(timeline.criticalPath).toHaveLength(1);
  });

  it("has in its critical path the last to end of each phase, in whatever order spans come", () => {
    const { criticalPath } = timelineOf([
      span("portfolio_manager", 320, 400),
      span("news_analyst", 10, 300),
      span("merge", 305, 310),
      span("market_analyst", 12, 100),
      span("risk_analyst", 10, 299),
      span("dispatcher", 0, 10),
    ]);
    expect(criticalPath.map(({ name }) => name)).toEqual([
      "dispatcher",
      "news_analyst",
      "merge",
      "portfolio_manager",
    ]);
  });

  it("has the start skew of the last analyst to start, counted from the dispatcher's end", () => {
    const { startSkewMs } = timelineOf([
      span("dispatcher", 0, 10),
      span("market_analyst", 10.25, 50),
      span("news_analyst", 12.5, 40),
    ]);
    expect(startSkewMs).toBe(2.5);
  });

  it("counts nodes, and not the tools within them", () => {
    const node = span("market_analyst", 0, 100);
    const tools = [toolSpan("a", node.name, 0, 50), toolSpan("b", node.name, 0, 60)];
    expect(timelineOf([node, ...tools])).toEqual(timelineOf([node]));
  });

  it("is rounded to microseconds", () => {
    expect(timelineOf([span("market_analyst", 0.1, 0.3)]).wallMs).toBe(0.2);
  });

  it("of no spans at all knows nothing", () => {
    expect(timelineOf([])).toEqual({
      wallMs: 0,
      pausedMs: 0,
      workMs: 0,
      overlap: null,
      analystsMs: null,
      slowestAnalystMs: null,
      startSkewMs: null,
      criticalPath: [],
    });
  });

  it("of a dispatcher alone knows nothing of analysts", () => {
    expect(timelineOf([span("dispatcher", 0, 10)])).toMatchObject({
      wallMs: 10,
      analystsMs: null,
      slowestAnalystMs: null,
      startSkewMs: null,
    });
  });

  it("leaves out the time between being cut off and going on, and says how long it was", () => {
    const timeline = timelineOf([
      span("dispatcher", 0, 10),
      span("market_analyst", 10, 400),
      span("news_analyst", 60_000, 60_300),
      span("portfolio_manager", 60_310, 60_400),
    ]);
    expect(timeline).toMatchObject({ wallMs: 800, pausedMs: 59_600, workMs: 790, overlap: 0.99 });
    expect(timeline.analystsMs).toBe(690);
  });

  it("takes no ordinary wait between two nodes for a pause", () => {
    const { wallMs, pausedMs } = timelineOf([span("dispatcher", 0, 10), span("merge", 900, 910)]);
    expect({ wallMs, pausedMs }).toEqual({ wallMs: 910, pausedMs: 0 });
  });
});
