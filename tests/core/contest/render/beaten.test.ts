import { describe, expect, it } from "vitest";
import { aheadOf, beatenIn } from "#core/contest/render/beaten.ts";
import { contest } from "../../../fixtures/contest.ts";

/** The contest with other figures of buying and holding out of sample. */
function against(sharpe: number | null, totalReturn: number) {
  const result = contest();
  const { benchmark } = result;
  const outOfSample = { ...benchmark.outOfSample, sharpe, totalReturn };
  return { ...result, benchmark: { ...benchmark, outOfSample } };
}

/** What is said of it, with authors as they are called. */
function said(result: Parameters<typeof beatenIn>[0]): string {
  const { claim, detail } = beatenIn(result, (author) => author);
  return `${claim}${detail}`;
}

describe("who has beaten buying and holding", () => {
  it("is told best first, for Sharpe ratio and return apart", () => {
    expect(aheadOf(against(0.7, 0.05), "sharpe")).toEqual([
      "acme/large-2",
      "rules:trend-following",
      "rules:blend",
    ]);
    expect(said(against(0.7, 0.05))).toBe(
      "Buy and hold was beaten out of sample by Sharpe ratio (0.70): acme/large-2, rules:trend-following, rules:blend; by return (+5.00 %): acme/large-2, rules:trend-following.",
    );
  });

  it("is nobody where nobody is ahead, and that is said plainly", () => {
    expect(said(against(9, 9))).toBe(
      "Nobody beat buy and hold out of sample, neither by Sharpe ratio (9.00) nor by return (+900.00 %).",
    );
  });

  it("can be nobody by one measure alone", () => {
    expect(said(against(9, 0.09))).toContain("(9.00): nobody; by return (+9.00 %): acme");
  });

  it("is written as a reader of the place needs it", () => {
    const { claim, detail } = beatenIn(against(9, 0.09), (author) => `<${author}>`);
    expect(claim).toBe("Buy and hold was beaten out of sample");
    expect(detail).toContain("by return (+9.00 %): <acme/large-2>");
  });

  it("is not told where nobody has figures, or nobody is ranked", () => {
    const result = contest();
    const standings = result.standings.map((one) => ({ ...one, rank: null }));
    const compared = "Nothing could be compared with buy and hold out of sample";
    expect(said({ ...result, standings })).toBe(`${compared}: no strategy is ranked.`);
    const entries = result.entries.map((entry) => ({ ...entry, measured: null }));
    expect(said({ ...result, standings, entries })).toBe(`${compared}: no strategy has figures.`);
  });

  it("is nobody of whom it cannot be told", () => {
    expect(aheadOf(against(null, 0), "sharpe")).toEqual([]);
  });

  it("is nobody that is not ranked", () => {
    const all = aheadOf(against(-9, -9), "totalReturn");
    expect(all).toHaveLength(4);
    expect(all).not.toContain("acme/large-2#2");
  });

  it("is nobody that is only level with it", () => {
    const { entries } = contest();
    const best = entries.find(({ author }) => author === "acme/large-2")?.measured?.outOfSample;
    expect(aheadOf(against(best?.sharpe ?? 0, 0), "sharpe")).toEqual([]);
  });
});
