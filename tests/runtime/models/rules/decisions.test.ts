import { describe, expect, it } from "vitest";
import { analyse, demoPorts } from "../../../helpers/analysis.ts";

const TICKERS = [
  "AAPL",
  "NVDA",
  "KO",
  "F",
  "SHEL.L",
  "QQQ",
  "BTC-USD",
  "^GSPC",
  "^VIX",
  "EURUSD=X",
  "GC=F",
];

const LEAD = /^(?:Against (?:that|it)|In its favour): /;

/** The sentences of a thesis between those on the votes and the one on the horizon. */
function quotesOf(thesis: string): string[] {
  return thesis
    .split(/(?<=\.) (?=[A-Z])/)
    .slice(2, -1)
    .map((sentence) => sentence.replace(LEAD, "").toLowerCase());
}

describe("decision on the demo market", () => {
  it.each(TICKERS)("says of %s what a report says, word for word", async (ticker) => {
    const { result } = await analyse(demoPorts(), { ticker });
    const { action, thesis } = result.decision ?? { action: "hold", thesis: "" };
    const written = result.reports
      .filter(({ stance }) => stance !== "neutral")
      .map(({ text }) => text.toLowerCase());
    const quotes = quotesOf(thesis);
    expect(quotes.length).toBeGreaterThanOrEqual(action === "hold" ? 0 : 1);
    for (const quote of quotes) {
      expect(written.filter((text) => text.includes(quote))).not.toEqual([]);
    }
    expect(thesis.split(/(?<=\.) (?=[A-Z])/).at(-1)).toMatch(/^The horizon is/);
  });

  it.each(TICKERS)("names every view of %s with the confidence that it has", async (ticker) => {
    const { result } = await analyse(demoPorts(), { ticker });
    const thesis = result.decision?.thesis ?? "";
    for (const { analyst, confidence } of result.reports) {
      const stated = new RegExp(`${analyst} \\((\\d\\.\\d\\d)\\)`).exec(thesis)?.[1];
      expect(Number(stated ?? 0)).toBe(confidence);
    }
    expect(thesis).not.toMatch(/\b(?:one of \w+ analysts[\w ]* are|all of)\b/);
  });

  it("claims that one side outweighs the rest only where it does", async () => {
    const runs = await Promise.all(TICKERS.map((ticker) => analyse(demoPorts(), { ticker })));
    for (const { result } of runs) {
      const thesis = result.decision?.thesis ?? "";
      if (!/outweighs? the rest/.test(thesis)) continue;
      const stance = result.decision?.action === "buy" ? "bullish" : "bearish";
      const sum = (ours: boolean) =>
        result.reports
          .filter((one) => (one.stance === stance) === ours)
          .reduce((all, { confidence }) => all + (confidence ?? 0), 0);
      expect(sum(true)).toBeGreaterThan(sum(false));
    }
  });
});
