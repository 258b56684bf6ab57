import { describe, expect, it } from "vitest";
import type { Span } from "#core/span.ts";
import { checkTrace, traceHolds } from "#core/trace-check.ts";
import { span, toolSpan } from "./examples.ts";

const dispatcher = span("dispatcher", 0, 10);

/** Calls of one analyst from pairs of start and end. */
function calls(parent: string, ...times: readonly (readonly [number, number])[]): Span[] {
  return times.map(([start, end], index) => toolSpan(`get_quote(${index})`, parent, start, end));
}

const parallel = [
  dispatcher,
  span("market_analyst", 11, 100),
  ...calls("market_analyst", [12, 40], [12, 50]),
  span("news_analyst", 12, 60),
  ...calls("news_analyst", [13, 30], [13, 31], [14, 32]),
];

const sequential = [
  dispatcher,
  span("market_analyst", 11, 100),
  ...calls("market_analyst", [12, 40], [40, 70]),
  span("news_analyst", 100, 160),
  ...calls("news_analyst", [101, 120], [121, 130], [131, 150]),
];

function found(spans: readonly Span[], claim: RegExp) {
  return checkTrace(spans).find((check) => claim.test(check.claim));
}

describe("the check of a trace", () => {
  it("holds for analysts and tools that run at once", () => {
    const checks = checkTrace(parallel);
    expect(checks.map(({ holds }) => holds)).toEqual([true, true, true, true]);
    expect(traceHolds(checks)).toBe(true);
  });

  it("fails for analysts and tools that run one after another", () => {
    const checks = checkTrace(sequential);
    expect(checks.map(({ holds }) => holds)).toEqual([false, true, false, false]);
    expect(traceHolds(checks)).toBe(false);
  });

  it("says how many analysts are at work at once, and for how long all of them", () => {
    expect(found(parallel, /moment/)).toMatchObject({
      found: "2 of 2 at once, for 48 ms",
      figures: { analysts: 2, atOnce: 2, commonMs: 48 },
    });
    expect(found(sequential, /moment/)).toMatchObject({ found: "1 of 2 at once" });
  });

  it("wants all analysts at one moment, not each with some other", () => {
    const chain = [span("a_analyst", 0, 20), span("b_analyst", 10, 40), span("c_analyst", 30, 50)];
    expect(found(chain, /moment/)).toMatchObject({ holds: false, found: "2 of 3 at once" });
  });

  it("takes one span that ends as another starts for none at once", () => {
    const touching = [span("a_analyst", 0, 10), span("b_analyst", 10, 20)];
    expect(found(touching, /moment/)?.holds).toBe(false);
  });

  it("asks one analyst for no company, but still for its tools and its start", () => {
    const checks = checkTrace(parallel.slice(0, 4));
    expect(checks.map(({ holds }) => holds)).toEqual([null, true, true]);
    expect(traceHolds(checks)).toBe(true);
  });

  it.each([
    [1_010, true],
    [1_010.5, false],
  ])("with the last analyst starting at %d, the dispatcher having ended at 10: %s", (at, holds) => {
    const spans = [dispatcher, span("market_analyst", 11, 2_000), span("news_analyst", at, 2_000)];
    expect(found(spans, /start within 1 s/)?.holds).toBe(holds);
  });

  it("cannot say how late analysts start where no dispatcher is", () => {
    expect(found([span("market_analyst", 0, 1)], /start within/)?.holds).toBeNull();
  });

  it("lets a model ask for more after the first round", () => {
    const rounds = calls("market_analyst", [12, 40], [12, 50], [60, 70]);
    expect(found([span("market_analyst", 11, 100), ...rounds], /tool calls/)).toMatchObject({
      holds: true,
      found: "2 of 3 at once, rounds: 2",
    });
  });

  it("fails for calls that only two at a time are let through", () => {
    const pooled = calls("market_analyst", [12, 20], [12, 25], [20, 30], [25, 35]);
    expect(found([span("market_analyst", 11, 100), ...pooled], /tool calls/)).toMatchObject({
      holds: false,
      found: "2 of 4 at once, rounds: 1",
    });
  });

  it("counts a call of no length at all", () => {
    const spans = calls("market_analyst", [12, 12], [12, 20]);
    expect(found([span("market_analyst", 11, 100), ...spans], /tool calls/)?.holds).toBe(true);
  });

  it("does not apply to an analyst with one call", () => {
    const spans = [span("market_analyst", 11, 100), ...calls("market_analyst", [12, 20])];
    expect(found(spans, /tool calls/)).toMatchObject({ holds: null, found: "calls: 1" });
  });

  it("does not hold where nothing could be checked", () => {
    expect(traceHolds(checkTrace([dispatcher]))).toBe(false);
  });

  /** The two sides of a debate, each with a span a round. */
  function debate(...rounds: readonly (readonly [number, number, number, number])[]): Span[] {
    const side = (name: string, startedAt: number, endedAt: number): Span => ({
      ...span(name, startedAt, endedAt),
      kind: "researcher",
    });
    return rounds.flatMap(([from, to, otherFrom, otherTo]) => [
      side("bull_researcher", from, to),
      side("bear_researcher", otherFrom, otherTo),
    ]);
  }

  it("wants both sides of a debate at work at once, in every round", () => {
    const together = [...parallel, ...debate([200, 300, 201, 290], [300, 400, 301, 350])];
    expect(found(together, /bull and bear/)).toMatchObject({
      holds: true,
      found: "2 of 2 at once, rounds: 2",
    });
    const inTurn = [...parallel, ...debate([200, 300, 300, 400])];
    expect(found(inTurn, /bull and bear/)).toMatchObject({ holds: false });
    const onceInTurn = [...parallel, ...debate([200, 300, 201, 290], [300, 400, 400, 500])];
    expect(found(onceInTurn, /bull and bear/)?.holds).toBe(false);
  });

  it("asks nothing of a debate, of reviewers or of samples where there are none", () => {
    expect(found(parallel, /bull and bear|reviewers|samples/)).toBeUndefined();
  });

  it("holds for a chain whose groups work at once, and tells of each by its name", () => {
    const agent = (name: string, start: number, end: number): Span => ({
      ...span(name, start, end),
      kind: "agent",
    });
    const groups = [
      { name: "desk", nodes: ["a", "b"], how: "parallel" as const },
      { name: "c", nodes: ["c"], how: "sequential" as const },
    ];
    const spans = [
      agent("a", 0, 50),
      agent("b", 1, 40),
      ...calls("b", [2, 9], [3, 9]),
      agent("c", 51, 60),
    ];
    const checks = checkTrace(spans, groups);
    expect(checks.map(({ claim, holds }) => [claim, holds])).toEqual([
      ["there is a moment when all agents of desk are at work", true],
      ["the tool calls of a overlap", null],
      ["the tool calls of b overlap", true],
      ["the tool calls of c overlap", null],
    ]);
    const late = checkTrace([agent("a", 0, 50), agent("b", 51, 90)], groups);
    expect(traceHolds(late)).toBe(false);
  });
});
