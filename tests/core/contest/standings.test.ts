import { describe, expect, it } from "vitest";
import { backtest } from "#core/backtest/engine.ts";
import { measuredOf, splitPlace } from "#core/backtest/walk-forward.ts";
import type { Entry } from "#core/contest/contest.ts";
import { standingsOf } from "#core/contest/standings.ts";
import { noUsage } from "#core/usage.ts";
import { barsAt, rules } from "../backtest/bars-at.ts";

const BARS = 90;
const split = splitPlace(BARS);
const bars = barsAt(
  Array.from({ length: BARS }, (_, bar) => {
    const price = 100 + bar * 0.1 + 3 * Math.sin(bar);
    return [price, price] as const;
  }),
);

/** Buys shares every so many bars and sells them on the next one. */
function entry(author: string, every: number, shares = 1, changes: Partial<Entry> = {}): Entry {
  const run = backtest(bars, rules(), (bar, _, held) =>
    held > 0 ? -held : bar % every === 0 ? shares : 0,
  );
  return {
    author,
    model: author,
    code: "function execute_trade() {}",
    answer: null,
    repaired: false,
    failure: null,
    measured: measuredOf(run, bars.dates, 1000),
    trades: [...run.trades],
    open: [...run.open],
    equity: [...run.equity],
    warnings: [],
    startedAt: "2026-11-20T10:00:00.000Z",
    endedAt: "2026-11-20T10:00:01.000Z",
    usage: noUsage,
    ...changes,
  };
}

function failed(author: string): Entry {
  return entry(author, 2, 1, {
    measured: null,
    equity: [],
    failure: { step: "write", reason: "timeout", message: "no answer within 60 s" },
  });
}

describe("standings", () => {
  it("are by Sharpe's ratio out of sample, best first", () => {
    const entries = [entry("a", 2), entry("b", 3), entry("c", 5), entry("d", 7)];
    const { standings } = standingsOf(entries, split, 1);
    const sharpes = new Map(
      entries.map(({ author, measured }) => [author, measured?.outOfSample.sharpe ?? null]),
    );
    const inOrder = standings.map(({ author }) => sharpes.get(author) ?? Number.NaN);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
    expect(new Set(inOrder).size).toBe(4);
    expect(standings.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  });

  it("put those that are not ranked after the others, those that failed last, and say why", () => {
    const entries = [
      failed("broken"),
      entry("idle", 2, 0),
      entry("good", 5),
      entry("once", 63),
      entry("early", 100),
    ];
    const { standings } = standingsOf(entries, split, 3);
    expect(standings.map(({ author, rank, unranked }) => [author, rank, unranked])).toEqual([
      ["good", 1, null],
      ["idle", null, "its equity does not move out of sample"],
      ["once", null, "only 1 trade out of sample; 3 are needed"],
      ["early", null, "its equity does not move out of sample"],
      ["broken", null, "it failed: no answer within 60 s"],
    ]);
  });

  it("do not rank one that holds and closes nothing", () => {
    const run = backtest(bars, rules(), (bar) => (bar === 0 ? 5 : 0));
    const measured = measuredOf(run, bars.dates, 1000);
    const holder = entry("holder", 2, 1, { measured, equity: [...run.equity] });
    expect(standingsOf([holder], split, 1).standings[0]?.unranked).toBe(
      "no trade out of sample; 1 is needed",
    );
    expect(standingsOf([holder], split, 0).standings[0]?.rank).toBe(1);
  });

  it("keep the authors' order among equals", () => {
    const entries = ["z", "m", "a"].map((author) => entry(author, 5));
    const { standings } = standingsOf(entries, split, 1);
    expect(standings.map(({ author, rank }) => [author, rank])).toEqual([
      ["z", 1],
      ["m", 2],
      ["a", 3],
    ]);
  });

  it("correct for all strategies that were run, not for those that failed", () => {
    const alone = standingsOf([entry("a", 5), failed("x")], split, 1);
    const among = standingsOf([entry("a", 5), entry("b", 3), entry("c", 2)], split, 1);
    expect([alone.tried, among.tried]).toEqual([1, 3]);
    const deflated = ({ standings }: typeof alone) =>
      standings.find(({ author }) => author === "a")?.deflatedSharpe ?? Number.NaN;
    expect(deflated(among)).toBeLessThan(deflated(alone));
    expect(alone.standings.at(-1)?.deflatedSharpe).toBeNull();
  });

  it("state a deflated ratio of an unranked strategy too, and none where it cannot be told", () => {
    const { standings } = standingsOf(
      [entry("a", 5), entry("once", 63), entry("idle", 2, 0)],
      split,
      3,
    );
    const deflated = new Map(
      standings.map(({ author, deflatedSharpe }) => [author, deflatedSharpe]),
    );
    expect(deflated.get("once")).toBeGreaterThanOrEqual(0);
    expect(deflated.get("idle")).toBeNull();
  });
});
