import { describe, expect, it } from "vitest";
import type { Candle, Split } from "#core/candle.ts";
import { splitJumps } from "#core/split-jumps.ts";
import { bars } from "../helpers/fake-market.ts";

/** Bars whose adjusted close is 100 and, from the sixth on, so many times that. */
const candlesWith = (factor: number): Candle[] =>
  bars(10, { close: (i) => (i < 5 ? 100 : 100 * factor) });

function jumpsOf(factor: number, symbol = "ACME", splits: readonly Split[] = []) {
  return splitJumps({ symbol, candles: candlesWith(factor), splits });
}
const DAY = candlesWith(1)[5]?.date ?? "";

describe("a jump by the factor of a split", () => {
  it.each([2, 3, 4, 5, 10, 20, 50, 100])("of %i, or to one of so many parts, is found", (ratio) => {
    for (const factor of [ratio, 1 / ratio, ratio * 1.04, (1 / ratio) * 0.97]) {
      expect(jumpsOf(factor)).toEqual([{ date: DAY, factor: expect.closeTo(factor), split: null }]);
    }
  });

  it.each([1.5, 0.6, 2.3, 1 / 2.3, 7, 0.13, 35])(
    "is not a move to %f times the price",
    (factor) => {
      expect(jumpsOf(factor)).toEqual([]);
    },
  );

  it("is looked for in adjusted closes: a split that was adjusted for is none", () => {
    const candles = bars(10, { close: (i) => (i < 5 ? 400 : 100) }).map((bar) => ({
      ...bar,
      adjustedClose: 100,
    }));
    const splits = [{ date: DAY, ratio: 4 }];
    expect(splitJumps({ symbol: "ACME", candles, splits })).toEqual([]);
  });

  it.each([
    [4, 0.25],
    [0.1, 10],
    [1.5, 1 / 1.5],
    [7, 1 / 7],
    [4, 4],
  ])("on the day of a split of %f names that split: it was not adjusted for", (ratio, factor) => {
    const split = { date: DAY, ratio };
    expect(jumpsOf(factor, "ACME", [split])).toMatchObject([{ date: DAY, split }]);
  });

  it("on the day of a split of another ratio is not explained by it", () => {
    expect(jumpsOf(10, "ACME", [{ date: DAY, ratio: 2 }])).toMatchObject([{ split: null }]);
  });

  it("is no day's ordinary move on which shares are split by a little", () => {
    expect(jumpsOf(1.05, "ACME", [{ date: DAY, ratio: 1.05 }])).toEqual([]);
  });

  it.each(["^VIX", "EURUSD=X", "^TNX", "GC=F"])(
    "is not a doubling of %s, which is no share",
    (one) => {
      expect(jumpsOf(2.05, one)).toEqual([]);
      expect(jumpsOf(0.01, one)).toHaveLength(1);
    },
  );

  it("is none of fewer than two bars", () => {
    const [first] = candlesWith(2);
    if (first === undefined) throw new Error("there are bars");
    expect(splitJumps({ symbol: "ACME", candles: [], splits: [] })).toEqual([]);
    expect(splitJumps({ symbol: "ACME", candles: [first], splits: [] })).toEqual([]);
  });
});
