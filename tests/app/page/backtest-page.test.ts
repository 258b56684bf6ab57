import { describe, expect, it } from "vitest";
import { backtestPage } from "#app/page/backtest-page.ts";
import type { BacktestReport } from "#core/backtest/backtest-report.ts";
import { contest } from "../../fixtures/contest.ts";
import { partsOf, textOf } from "./page-parts.ts";

function report(changes: Partial<BacktestReport> = {}): BacktestReport {
  const { bars, request, benchmark, entries } = contest();
  const [entry] = entries;
  if (!entry?.measured) throw new Error("the first author has no figures");
  return {
    strategy: { name: "cross.js", code: "function execute_trade() { return 1; }" },
    data: null,
    file: "prices.csv",
    currency: null,
    bars,
    rules: request.rules,
    engine: "an engine 1.0",
    metrics: entry.measured.whole,
    benchmark: { metrics: benchmark.whole, equity: benchmark.equity },
    trades: entry.trades,
    open: entry.open,
    equity: entry.equity,
    warnings: ["2 rows were left out."],
    ...changes,
  };
}

describe("the page of a backtest", () => {
  it("has the strategy, its code, its warnings, its file and its engine", async () => {
    const text = textOf(await backtestPage(report()));
    for (const words of [
      "cross.js",
      "function execute_trade() { return 1; }",
      "2 rows were left out.",
      "prices.csv",
      "an engine 1.0",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("tells no periods apart and offers no choice", async () => {
    const page = await backtestPage(report());
    expect(JSON.parse(partsOf(page).json.join()).split).toBeNull();
    expect(page).not.toContain('type="radio"');
    expect(page.slice(0, page.indexOf('<script type="application/json"'))).not.toContain(
      "out of sample",
    );
  });

  it("says that its figures are of all bars, and which Sharpe ratio is meant", async () => {
    const text = textOf(await backtestPage(report()));
    expect(text).toContain("All 210 bars, from 2026-02-02 to 2026-11-20.");
    expect(text).toContain("arithmetic mean of the daily returns over their standard deviation");
    expect(text).toContain("docs/backtesting.md defines every figure.");
  });

  it("tells invented bars once, and loudly", async () => {
    const notice = "SYNTHETIC DATA: asked for.";
    const data = { source: "demo", synthetic: true, notice } as const;
    const page = await backtestPage(report({ data, file: null }));
    expect(page.split(notice)).toHaveLength(2);
    expect(page).toContain(`<strong>Invented prices.</strong> ${notice}`);
  });

  it("holds a strategy and buying and holding, that has not traded", async () => {
    const { curves } = JSON.parse(partsOf(await backtestPage(report())).json.join());
    expect(curves).toMatchObject([{ name: "cross.js" }, { name: "Buy and hold", deals: [] }]);
  });

  it("shows code with a mistake in it as it is", async () => {
    const code = "function execute_trade( { return `<b>";
    const page = await backtestPage(report({ strategy: { name: "x", code } }));
    expect(textOf(page)).toContain(code);
  });
});
