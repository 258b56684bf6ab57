import { describe, expect, it } from "vitest";
import type { Bars } from "#core/backtest/bars.ts";
import { marketBriefOf } from "#core/contest/in-sample.ts";
import { readMarketBrief } from "#core/contest/market-brief.ts";
import { addDays } from "#core/day.ts";
import { authorRequest, authorSystemPrompt } from "#graphs/strategies/prompts/author.ts";

const close = Array.from({ length: 60 }, (_, place) => 100 + place / 3);
const bars: Bars = {
  symbol: "ACME",
  dates: close.map((_, place) => addDays("2024-01-01", place)),
  open: close,
  high: close,
  low: close,
  close,
  volume: close.map(() => 123_456_789),
};
const rules = {
  cash: 10_000,
  commission: 0.001,
  slippage: 0.0005,
  wholeShares: false,
  allowShort: false,
};

describe("author's prompts", () => {
  it("open with the role and state the contract", () => {
    const system = authorSystemPrompt();
    expect(system).toMatch(/^Role: strategy_author\n/);
    for (const part of [
      "function execute_trade(market, portfolio)",
      "{symbol, time, open, high, low, close, volume}",
      "{cash, shares, equity}",
      "the next bar's open",
      "64 MiB",
      "out of sample",
    ]) {
      expect(system).toContain(part);
    }
  });

  it("carry the brief of the bars that may be seen, and the last forty of them", () => {
    const request = authorRequest({ bars, rules, minTrades: 3 });
    expect(readMarketBrief(request)).toEqual(marketBriefOf(bars));
    const rows = request.split("\n").filter((line) => /^2024-/.test(line));
    expect(rows).toHaveLength(40);
    expect(rows.at(-1)).toBe("2024-02-29,119.67,119.67,119.67,119.67,123460000");
  });

  it("tell how orders are filled, and what it takes to be ranked", () => {
    const request = authorRequest({ bars, rules, minTrades: 3 });
    expect(request).toContain("10000 in cash. A fill costs 0.1 % commission and 0.05 % slippage");
    expect(request).toContain("Shares may be fractions. Long only");
    expect(request).toContain("at least 3 closed trades");
    const other = authorRequest({
      bars,
      rules: { ...rules, wholeShares: true, allowShort: true },
      minTrades: 1,
    });
    expect(other).toContain("Only whole shares are dealt in. Short selling is allowed");
    expect(other).toContain("at least 1 closed trade in");
  });
});
