import { describe, expect, it } from "vitest";
import { listDifferences } from "#core/watchlist/list-differences.ts";
import { configuration } from "../run-examples.ts";
import { done } from "./records.ts";

const { symbol: _, ...shared } = configuration();
const runs = [done("AAPL"), done("MSFT"), done("NVDA")];
const same = ["AAPL", "MSFT", "NVDA"];

describe("the differences of two lists", () => {
  it("are none for the same tickers and settings", () => {
    expect(listDifferences(runs, same, shared)).toEqual([]);
  });

  it("are none in what is left open", () => {
    const { asOf: _day, ...anyDay } = shared;
    const [, ...others] = runs;
    const earlier = done("AAPL", { configuration: configuration({ asOf: "2026-11-19" }) });
    expect(listDifferences([earlier, ...others], same, anyDay)).toEqual([]);
    expect(listDifferences([earlier, ...others], same, shared)).toHaveLength(1);
  });

  it("name each setting that has changed", () => {
    const now = { ...shared, depth: "deep" as const, modelFor: { trader: "gpt-5" } };
    expect(listDifferences(runs, same, now)).toEqual([
      { setting: "depth", before: '"quick"', now: '"deep"' },
      { setting: "model-for", before: "{}", now: '{"trader":"gpt-5"}' },
    ]);
  });

  it("name the tickers that one of them does not have", () => {
    expect(listDifferences(runs, ["AAPL", "MSFT", "AMD", "ORCL"], shared)).toEqual([
      { setting: "tickers", before: "3 with NVDA", now: "4 with AMD, ORCL" },
    ]);
    expect(listDifferences(runs, ["AAPL"], shared)).toEqual([
      { setting: "tickers", before: "3 with MSFT, NVDA", now: "1" },
    ]);
  });

  it("name no more than five of them", () => {
    const many = [...same, ...Array.from({ length: 9_000 }, (_, index) => `T${index}`)];
    expect(listDifferences(runs, many, shared)).toEqual([
      { setting: "tickers", before: "3", now: "9003 with T0, T1, T2, T3, T4 and 8995 more" },
    ]);
  });

  it("name the first place where the order is another", () => {
    expect(listDifferences(runs, ["AAPL", "NVDA", "MSFT"], shared)).toEqual([
      { setting: "the order of tickers", before: "MSFT at place 2", now: "NVDA at place 2" },
    ]);
  });
});
