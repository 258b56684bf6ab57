import { describe, expect, it } from "vitest";
import { decisionSchema } from "#core/decision.ts";
import { deskRequest, filled, study, TICKERS } from "./debate-desk.ts";

/** Facts that levels and a few sentences are made from: fewer than the analysts had. */
const FEW = new Set([
  "price.close",
  "price.support_20",
  "price.resistance_20",
  "sma_50",
  "sma_200",
  "atr_14",
  "macro.vix.level",
  "macro.vix.average_1y",
  "risk.volatility_1y",
]);

async function decisionOn(ticker: string) {
  const studied = await study(ticker);
  const facts = studied.facts.filter(({ path }) => FEW.has(path));
  const request = deskRequest({ ...studied, facts });
  const decision = await filled("portfolio_manager", decisionSchema, request);
  return { reports: studied.reports, decision };
}

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
    const { reports, decision } = await decisionOn(ticker);
    const { action, thesis } = decision;
    const written = reports
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
    const { reports, decision } = await decisionOn(ticker);
    const { thesis } = decision;
    for (const { analyst, confidence } of reports) {
      const stated = new RegExp(`${analyst} \\((\\d\\.\\d\\d)\\)`).exec(thesis)?.[1];
      expect(Number(stated ?? 0)).toBe(confidence);
    }
    expect(thesis).not.toMatch(/\b(?:one of \w+ analysts[\w ]* are|all of)\b/);
  });

  it("claims that one side outweighs the rest only where it does", async () => {
    const runs = await Promise.all(TICKERS.map(decisionOn));
    for (const { reports, decision } of runs) {
      const { thesis, action } = decision;
      if (!/outweighs? the rest/.test(thesis)) continue;
      const stance = action === "buy" ? "bullish" : "bearish";
      const sum = (ours: boolean) =>
        reports
          .filter((one) => (one.stance === stance) === ours)
          .reduce((all, { confidence }) => all + (confidence ?? 0), 0);
      expect(sum(true)).toBeGreaterThan(sum(false));
    }
  });
});
