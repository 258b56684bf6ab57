import { describe, expect, it } from "vitest";
import { rankingTable } from "#core/contest/render/ranking-table.ts";
import { contest } from "../../../fixtures/contest.ts";

function rowsOf(text: string): string[][] {
  const lines = text.split("\n").filter((_, place) => place !== 1);
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const result = contest();
const [outOfSample, inSample] = [
  rowsOf(rankingTable(result, "outOfSample")),
  rowsOf(rankingTable(result, "inSample")),
];

describe("the table of a ranking", () => {
  it("has the ranked best first, buy and hold beneath them, then who is not ranked, and none that failed", () => {
    const heads = [
      "Rank, author",
      "1. acme/large-2",
      "2. rules:trend-following",
      "3. rules:blend",
      "4. rules:mean-reversion",
      "Yardstick: buy and hold",
      "– acme/large-2#2",
    ];
    expect(outOfSample.map(([head]) => head)).toEqual(heads);
    expect(inSample.map(([head]) => head)).toEqual(heads);
  });

  it("has the figures of its period alone", () => {
    const of = result.entries.find(({ author }) => author === "acme/large-2")?.measured;
    const trades = (rows: string[][]) => Number(rows[1]?.[6]);
    expect(trades(outOfSample)).toBe(of?.outOfSample.trades);
    expect(trades(inSample)).toBe(of?.inSample.trades);
    expect(Number(outOfSample[1]?.[2])).toBeCloseTo(of?.outOfSample.sharpe ?? Number.NaN, 2);
    expect(Number(inSample[1]?.[2])).toBeCloseTo(of?.inSample.sharpe ?? Number.NaN, 2);
  });

  it("draws each curve over its period: buy and hold from the first bar out of sample on", () => {
    const drawn = (rows: string[][]) => rows.find(([head]) => head?.startsWith("Yard"))?.[1];
    expect(drawn(outOfSample)).toMatch(/^[▁-█]{10}$/);
    expect(drawn(outOfSample)).not.toBe(drawn(inSample));
  });

  it("has a deflated Sharpe ratio out of sample, for strategies only", () => {
    expect(outOfSample[0]?.at(-1)).toBe("DSR");
    expect(outOfSample[1]?.at(-1)).toMatch(/^0\.\d\d$/);
    expect(outOfSample[5]?.at(-1)).toBe("");
    expect(inSample[0]).not.toContain("DSR");
  });

  it("fits into a hundred columns with the built-in authors", () => {
    for (const period of ["outOfSample", "inSample"] as const) {
      for (const line of rankingTable(result, period).split("\n")) {
        expect(line.length).toBeLessThanOrEqual(100);
      }
    }
  });

  it("says that a figure is unknown, and what DSR cannot be told", () => {
    const entries = result.entries.map((entry) => {
      const { measured } = entry;
      if (measured === null) return entry;
      const figures = { ...measured.outOfSample, sharpe: null, cagr: null };
      return { ...entry, measured: { ...measured, outOfSample: figures } };
    });
    const standings = result.standings.map((one) => ({ ...one, deflatedSharpe: null }));
    const [, first] = rowsOf(rankingTable({ ...result, entries, standings }, "outOfSample"));
    expect([first?.[2], first?.[4], first?.[7]]).toEqual(["unknown", "unknown", "unknown"]);
  });
});
