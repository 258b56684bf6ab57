import { describe, expect, it } from "vitest";
import { renderWatchlist } from "#core/watchlist/render/watchlist.ts";
import { done, summary, unbegun, undone, usage } from "../records.ts";

const lineOf = (text: string, symbol: string) =>
  text.split("\n").find((line) => line.startsWith(`| ${symbol} `)) ?? "";

describe("the table of a list", () => {
  it("has a row a ticker, and what they come to", () => {
    const text = renderWatchlist([
      done("AAPL"),
      done("MSFT", { summary: summary({ reports: 5, gaps: 1, flags: 2, confidence: null }) }),
      undone("NOSUCH", "failed", { error: "no such symbol" }),
      unbegun("NVDA", { error: "interrupted" }),
    ]);
    expect(text).toContain("# 2 of 4 tickers done, 1 failed, 1 skipped\n");
    const cellsOf = (symbol: string) =>
      lineOf(text, symbol)
        .split("|")
        .map((cell) => cell.trim());
    expect(cellsOf("AAPL")).toEqual([
      "",
      "AAPL",
      "done",
      "BUY",
      "0.60",
      "3m",
      "6/6",
      "0",
      "0",
      "1.00 s",
      "",
      "",
    ]);
    expect(cellsOf("MSFT").slice(3, 9)).toEqual(["BUY", "", "3m", "5/6", "1", "2"]);
    expect(cellsOf("NOSUCH").slice(2, 12)).toEqual([
      "failed",
      "",
      "",
      "",
      "",
      "",
      "",
      "1.00 s",
      "no such symbol",
      "",
    ]);
    expect(cellsOf("NVDA").slice(9, 11)).toEqual(["", "interrupted"]);
    expect(text).toContain("wall 1.00 s · work 3.00 s · overlap 3.00x");
    expect(text).toContain(
      "2000 in (0 cached), 400 out (0 reasoning) · cost: 0.0200 USD · without 1 run that has no result",
    );
  });

  it("says of invented figures first and last that they are", () => {
    const synthetic = summary({ synthetic: true });
    const lines = renderWatchlist([done("AAPL", { summary: synthetic })])
      .trimEnd()
      .split("\n");
    expect(lines[0]).toMatch(/^> \*\*SYNTHETIC DATA: every figure behind these results/);
    expect(lines.at(-1)).toContain("SYNTHETIC DATA");
  });

  it("names the tickers whose figures are invented where only some are", () => {
    const synthetic = summary({ synthetic: true });
    const text = renderWatchlist([done("AAPL"), done("MSFT", { summary: synthetic })]);
    expect(text).toContain(
      "SYNTHETIC DATA: every figure behind MSFT is from the demo market, 1 of 2",
    );
    expect(renderWatchlist([done("AAPL")])).not.toContain("SYNTHETIC");
  });

  it("says of a cost that is not known that it is not", () => {
    const unknown = done("AAPL", { summary: summary({ usage: { ...usage, usd: null } }) });
    expect(renderWatchlist([unknown])).toContain("cost: unknown");
  });

  it("lets no reason end its cell, its row or the table, or move the terminal", () => {
    const error = "a | b\n# Fake\n\x1b[2J<img src=x> ![x](http://a/b.png)";
    const text = renderWatchlist([undone("AAPL", "failed", { error })]);
    expect(lineOf(text, "AAPL")).toContain("a \\| b # Fake &lt;img src=x> \\![x](http://a/b.png)");
    expect(text).not.toContain("\x1b");
    expect(text.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(1);
  });

  it("cuts a reason that is longer than a table has room for", () => {
    const text = renderWatchlist([undone("AAPL", "failed", { error: "x".repeat(5_000) })]);
    expect(lineOf(text, "AAPL").length).toBeLessThan(400);
  });
});
