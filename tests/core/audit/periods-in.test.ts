import { describe, expect, it } from "vitest";
import { periodsIn } from "#core/audit/periods-in.ts";

function read(text: string): string[] {
  return periodsIn(text).map((named) => `${named.text} = ${named.period}`);
}

describe("periods", () => {
  it.each([
    ["over three months", "three months = 3m"],
    ["over 3 months", "3 months = 3m"],
    ["over 3m", "3m = 3m"],
    ["in a week", "a week = 1w"],
    ["in one month", "one month = 1m"],
    ["over one year", "one year = 1y"],
    ["lost 5 % in 7 days", "7 days = 1w"],
    ["the last 30 days", "30 days = 30d"],
    ["past 12 months", "12 months = 1y"],
    ["five bars ago", "five bars = 5b"],
    ["5 bars ago", "5 bars = 5b"],
    ["a 3-month change", "3-month = 3m"],
    ["the six-month return", "six-month = 6m"],
    ["52 weeks", "52 weeks = 1y"],
    ["the next 2 quarters", "2 quarters = 6m"],
    ["| 1M |", "1M = 1m"],
    ["6m: -3 %", "6m = 6m"],
    ["1w", "1w = 1w"],
    ["1y", "1y = 1y"],
    ["over the week", "the week = 1w"],
    ["on the last day", "the last day = 1d"],
    ["the last full year's", "the last full year = 1y"],
    ["this quarter", "this quarter = 3m"],
    ["year on year", "year on year = 1y"],
    ["year-over-year", "year-over-year = 1y"],
    ["rose 5 % YoY", "YoY = 1y"],
    ["QoQ", "QoQ = 3m"],
    ["q/q", "q/q = 3m"],
    ["year to date", "year to date = ytd"],
    ["YTD", "YTD = ytd"],
    ["monthly", "monthly = 1m"],
    ["in the year to 2025-12-31", "the year = 1y"],
  ])("are named by %j", (text, period) => {
    expect(read(text)).toEqual([period]);
  });

  it.each([
    "the 50-day average",
    "the ten-year yield",
    "the 52-week high",
    "a 12-month target",
    "RSI 14",
    "149 days ago",
    "in 80 days",
    "3m USD",
    "48 hours",
    "a usual day",
    "3.5 years",
  ])("are none in %j", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("stand in their order, each as it is written", () => {
    const text =
      "It lost 13.08 % over one month, 10.46 % over three months and gained 6.26 % over one year.";
    const periods = periodsIn(text);
    expect(periods.map(({ period }) => period)).toEqual(["1m", "3m", "1y"]);
    for (const { at, text: written } of periods) {
      expect(text.slice(at, at + written.length)).toBe(written);
    }
  });
});
