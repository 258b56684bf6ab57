import { describe, expect, it } from "vitest";
import { backtestJson } from "#core/render/backtest-json.ts";
import { exampleMetrics, reportExample } from "../backtest/report-example.ts";

describe("a backtest for programs", () => {
  it("has metrics, both curves a number a bar, trades, and what it was made of", () => {
    const { trades, rules, bars } = reportExample();
    expect(backtestJson(reportExample({ warnings: ["One."] }))).toEqual({
      symbol: "ACME",
      strategy: "sma.js",
      source: null,
      synthetic: false,
      notice: null,
      file: "acme.csv",
      currency: null,
      from: "2024-01-08",
      to: "2024-01-10",
      bars: 3,
      rules,
      engine: "sandbox 1.0",
      metrics: exampleMetrics,
      buyAndHold: exampleMetrics,
      trades,
      open: [],
      dates: bars.dates,
      equity: [10_000, 11_000, 12_000],
      buyAndHoldEquity: [10_000, 11_000, 12_000],
      warnings: ["One."],
    });
  });

  it("says where a source's bars come from", () => {
    const data = { source: "demo", synthetic: true, notice: "SYNTHETIC DATA" } as const;
    expect(backtestJson(reportExample({ data, file: null }))).toMatchObject({
      source: "demo",
      synthetic: true,
      notice: "SYNTHETIC DATA",
      file: null,
    });
  });
});
