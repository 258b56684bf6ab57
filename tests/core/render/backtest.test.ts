import { describe, expect, it } from "vitest";
import { renderBacktest } from "#core/render/backtest.ts";
import { exampleMetrics, reportExample } from "../backtest/report-example.ts";

const demo = {
  source: "demo",
  synthetic: true,
  notice: "SYNTHETIC DATA: asked for; every figure is from the demo market.",
} as const;

describe("a backtest's report", () => {
  it("says what was run over what, by whom and under which rules", () => {
    const text = renderBacktest(reportExample());
    expect(text).toContain("# ACME: backtest of sma.js");
    expect(text).toContain(
      "2024-01-08 to 2024-01-10, 3 bars · data: file acme.csv · run by sandbox 1.0",
    );
    expect(text).toContain("10,000.00 at the start, long only, in fractions of shares too.");
  });

  it("says plainly that no costs are counted", () => {
    expect(renderBacktest(reportExample())).toContain("**No costs are counted**");
  });

  it("states costs with all the digits they were given with", () => {
    const rules = {
      cash: 5,
      commission: 0.001,
      slippage: 0.00005,
      wholeShares: true,
      allowShort: true,
    };
    const text = renderBacktest(reportExample({ rules }));
    expect(text).toContain("long and short, in whole shares.");
    expect(text).toContain("Costs: 0.1 % commission both ways, 0.005 % slippage.");
    expect(text).not.toContain("No costs");
  });

  it("names a cost that there is none of", () => {
    const rules = { ...reportExample().rules, slippage: 0.001 };
    expect(renderBacktest(reportExample({ rules }))).toContain(
      "Costs: no commission, 0.1 % slippage.",
    );
  });

  it("shows the strategy's measures beside those of buying and holding, unknown ones as unknown", () => {
    const hold = { ...exampleMetrics, totalReturn: -0.05, sharpe: null };
    const benchmark = { metrics: hold, equity: [3, 2, 1] };
    const text = renderBacktest(reportExample({ benchmark }));
    expect(text).toMatch(/\| Total return +\| +\+20\.00 % \| +-5\.00 % \|/);
    expect(text).toMatch(/\| Sharpe ratio +\| +1\.23 \| +unknown \|/);
    expect(text).toMatch(/\| Return a year \(CAGR\) +\| +unknown \|/);
    expect(text).toMatch(/\| Maximum drawdown +\| +-12\.50 % \|/);
    expect(text).toMatch(/\| Longest drawdown +\| +3 days \|/);
  });

  it("says which Sharpe ratio is meant, and where every figure is defined", () => {
    expect(renderBacktest(reportExample())).toContain(
      "|\n\nThe Sharpe ratio is the arithmetic mean of the daily returns over their standard deviation, for a year of 252 days, no riskless rate taken off. docs/backtesting.md defines every figure.\n\n## Trades",
    );
  });

  it("draws both curves", () => {
    const benchmark = { metrics: exampleMetrics, equity: [3, 2, 1] };
    const text = renderBacktest(reportExample({ benchmark }));
    expect(text).toMatch(/\| Strategy +\| ▁▅█ .*12,000\.00 \|/);
    expect(text).toMatch(/\| Buy and hold \| █▅▁ /);
  });

  it("shows the last five trades, and the best and the worst of all", () => {
    const [trade] = reportExample().trades;
    const trades = [5, -7, 1, 2, 3, 4, 4.5].map((profit, day) => ({
      ...(trade ?? expect.fail("no trade")),
      entryDate: `2024-01-1${day}`,
      profit,
    }));
    const text = renderBacktest(reportExample({ trades }));
    expect(text).toContain("7 trades were closed");
    expect(text.match(/^\| last .*$/gm)?.map((row) => row.slice(10, 20))).toEqual([
      "2024-01-12",
      "2024-01-13",
      "2024-01-14",
      "2024-01-15",
      "2024-01-16",
    ]);
    expect(text).toMatch(/^\| best +\| 2024-01-10 .+ 5\.00 \|$/m);
    expect(text).toMatch(/^\| worst +\| 2024-01-11 .+ -7\.00 \|$/m);
  });

  it("says that nothing was traded, and that nothing is held", () => {
    const text = renderBacktest(reportExample({ trades: [] }));
    expect(text).toContain("No trade was closed.");
    expect(text).toContain("Nothing is held after the last bar.");
  });

  it("shows what is still held as one position", () => {
    const lot = { entryDate: "2024-01-09", entryPrice: 10, shares: 2, profit: 4 };
    const open = [{ ...lot, entryDate: "2024-01-10", profit: 0.5 }, lot];
    const text = renderBacktest(reportExample({ open, currency: "EUR" }));
    expect(text).toContain(
      "Still open after the last bar: 4.00 shares, held since 2024-01-09; profit 4.50 EUR",
    );
  });

  it("says at both ends that data is invented", () => {
    const text = renderBacktest(reportExample({ data: demo, file: null }));
    expect(text).toMatch(/^> \*\*SYNTHETIC DATA/);
    expect(text).toMatch(/SYNTHETIC DATA[^\n]+\*\n$/);
    expect(text).toContain("data: demo market (synthetic)");
  });

  it("lists warnings, a line each", () => {
    const text = renderBacktest(reportExample({ warnings: ["One.", "Two,\n# in parts."] }));
    expect(text).toContain("## Warnings\n\n- One.\n- Two, # in parts.");
    expect(renderBacktest(reportExample())).not.toContain("Warnings");
  });

  it("lets no name move the terminal or fake a heading", () => {
    const strategy = { name: "a\u001b[2J\n# Fake", code: "" };
    const text = renderBacktest(reportExample({ strategy, engine: "\u0007x", file: "\u202ey" }));
    expect(text).toMatch(/backtest of a # Fake$/m);
    expect(text).not.toMatch(/[^\n\P{C}]/u);
  });
});
