import { describe, expect, it } from "vitest";
import { afterMessage, type LiveRun, noRun } from "#app/page/client/app/live-run.ts";
import { seenGroups } from "#app/page/client/app/node-state.ts";
import type { Gap } from "#core/report.ts";
import { events, planned, record, span, text } from "./told.ts";

const bull = { kind: "researcher" } as const;

/** The run after these events, numbered from 1, each message with so many of them. */
function told(list: Parameters<typeof events>[0], size = list.length): LiveRun {
  const numbered = events(list);
  let run = noRun;
  for (let from = 0; from < numbered.length; from += size) {
    run = afterMessage(run, { type: "events", events: numbered.slice(from, from + size) });
  }
  return run;
}

const work = [
  planned(
    { name: "dispatcher", nodes: ["dispatcher"], how: "code" },
    { name: "analysts", nodes: ["news_analyst", "risk_analyst"], how: "parallel" },
    { name: "trader", nodes: ["trader"], how: "sequential" },
  ),
  span("started", "dispatcher", 0),
  span("ended", "dispatcher", 10),
  span("started", "news_analyst", 20),
  span("started", "risk_analyst", 21),
  span("started", "get_news(AAPL)", 25, { kind: "tool", parent: "news_analyst" }),
  span("ended", "get_news(AAPL)", 65, { kind: "tool", parent: "news_analyst" }),
  text("news_analyst", "Guidance "),
  text("risk_analyst", "Beta "),
  text("news_analyst", "was raised."),
  span("ended", "news_analyst", 90),
];

function statesOf(run: LiveRun): Record<string, string> {
  const seen = seenGroups(run).flatMap(({ nodes }) => nodes);
  return Object.fromEntries(seen.map(({ node, state }) => [node.name, state]));
}

describe("a run as it is seen", () => {
  it("has a place for everyone before anybody begins", () => {
    expect(statesOf(told(work.slice(0, 1)))).toEqual({
      dispatcher: "preparing",
      news_analyst: "preparing",
      risk_analyst: "preparing",
      trader: "waiting",
    });
  });

  it("gives each node its own text, its calls and its times", () => {
    const run = told(work);
    expect(statesOf(run)).toEqual({
      dispatcher: "done",
      news_analyst: "done",
      risk_analyst: "working",
      trader: "waiting",
    });
    const news = run.nodes.get("news_analyst");
    expect(news?.passages.map(({ shown }) => shown)).toEqual(["Guidance was raised."]);
    expect(news?.calls).toEqual([
      { name: "get_news(AAPL)", startedAt: 1_025, endedAt: 1_065, error: null },
    ]);
  });

  it.each([1, 2, 3, 5])("is the same however events come together: %i at once", (size) => {
    expect(told(work, size)).toEqual(told(work));
  });

  it("takes nothing twice when events come again after a lost connection", () => {
    const again = afterMessage(told(work), { type: "events", events: events(work).slice(3) });
    expect(again).toEqual(told(work));
  });

  it("changes only the nodes that an event is about", () => {
    const before = told(work.slice(0, 8));
    const after = told(work.slice(0, 9));
    expect(after.nodes.get("news_analyst")).toEqual(before.nodes.get("news_analyst"));
    const [seq, told9] = [9, events(work)[8]];
    const next = afterMessage(before, { type: "events", events: told9 ? [told9] : [] });
    expect(next.seq).toBe(seq);
    expect(next.nodes.get("news_analyst")).toBe(before.nodes.get("news_analyst"));
    expect(next.nodes.get("risk_analyst")).not.toBe(before.nodes.get("risk_analyst"));
  });

  it("keeps the rounds of a speaker apart", () => {
    const run = told([
      planned({ name: "debate", nodes: ["bull_researcher"], how: "parallel" }),
      span("started", "bull_researcher", 0, bull),
      text("bull_researcher", "first"),
      span("ended", "bull_researcher", 10, bull),
      span("started", "bull_researcher", 20, bull),
      text("bull_researcher", "second"),
    ]);
    const node = run.nodes.get("bull_researcher");
    expect(node?.passages.map(({ shown }) => shown)).toEqual(["first", "second"]);
    expect(node?.turns.map(({ endedAt }) => endedAt)).toEqual([1_010, null]);
    expect(statesOf(run)).toEqual({ bull_researcher: "working" });
  });

  it("takes back what was at work when it was cut off, and leaves the pause out", () => {
    const run = told([
      ...work,
      { type: "run_resumed", attempt: 2, at: 901_090 },
      span("started", "risk_analyst", 900_100),
    ]);
    const risk = run.nodes.get("risk_analyst");
    expect(run.pausedMs).toBe(900_000);
    expect(risk?.turns).toEqual([{ startedAt: 1_100, endedAt: null, error: null }]);
    expect(risk?.passages.map(({ shown }) => shown)).toEqual([""]);
    expect(run.nodes.get("news_analyst")).toEqual(told(work).nodes.get("news_analyst"));
  });

  it("tells a gap with its reason from an end, and what was never reached from both", () => {
    const gap: Gap = {
      analyst: "risk",
      round: null,
      reason: "timeout",
      message: "The model took more than 60 s.",
      startedAt: "",
      endedAt: "",
      toolCalls: [],
      usage: { inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0, usd: 0 },
    };
    const run = told([
      ...work,
      span("ended", "risk_analyst", 95),
      { type: "reported", node: "risk_analyst", report: null, gap, at: 1_096 },
      { type: "run_ended", ms: 100, error: null, at: 1_100 },
    ]);
    expect(statesOf(run)).toMatchObject({
      news_analyst: "done",
      risk_analyst: "gap",
      trader: "unbegun",
    });
    expect(run.nodes.get("risk_analyst")?.end?.why).toBe("The model took more than 60 s.");
  });

  it("has a group come next once everyone before it has come to something", () => {
    const run = told([...work, span("ended", "risk_analyst", 95)]);
    expect(statesOf(run).trader).toBe("preparing");
  });

  it("shows nodes that nobody has planned", () => {
    const run = told([span("started", "merge", 0), span("ended", "merge", 5)]);
    expect(run.groups).toEqual([{ name: "merge", nodes: ["merge"], how: "code" }]);
    expect(statesOf(run)).toEqual({ merge: "done" });
  });

  it("passes over groups and conditions, which are nobody at work", () => {
    const run = told([
      span("started", "cooks", 0, { kind: "group" }),
      span("started", "editor?", 1, { kind: "condition" }),
    ]);
    expect(run.nodes.size).toBe(0);
  });

  it("says a notice once, however it is coloured", () => {
    const notice = {
      type: "notice",
      text: "All of it is \u001b[1minvented\u001b[0m.",
      at: 1_000,
    } as const;
    expect(told([notice, { ...notice, at: 2_000 }]).notices).toEqual(["All of it is invented."]);
  });

  it("is over when it is told so, and goes on when somebody takes it up again", () => {
    const over = afterMessage(told(work), { type: "end", run: record({ state: "interrupted" }) });
    expect(statesOf(over).risk_analyst).toBe("stopped");
    const on = afterMessage(over, { type: "run", run: record({ state: "running", attempt: 2 }) });
    expect(on).toMatchObject({ over: false, record: { attempt: 2 } });
  });
});
