import { describe, expect, it } from "vitest";
import type { Candle } from "#core/candle.ts";
import { dailyReturns, pairedReturns } from "#core/risk/returns.ts";
import { barsOf } from "../indicators/bars.ts";

const without = (candles: readonly Candle[], ...dropped: number[]) =>
  candles.filter((_, i) => !dropped.includes(i));

describe("dailyReturns", () => {
  it("are fractions of the close before, one fewer than the bars", () => {
    const [up, down, ...none] = dailyReturns(barsOf([100, 110, 99]));
    expect(up).toBeCloseTo(0.1, 12);
    expect(down).toBeCloseTo(-0.1, 12);
    expect(none).toEqual([]);
  });

  it("go by the adjusted close, so that a dividend is no loss", () => {
    const bars = barsOf([50, 48]).map((bar) => ({ ...bar, adjustedClose: 48 }));
    expect(dailyReturns(bars)).toEqual([0]);
  });

  it("of no bar or one are none", () => {
    expect(dailyReturns([])).toEqual([]);
    expect(dailyReturns(barsOf([100]))).toEqual([]);
  });
});

describe("pairedReturns", () => {
  const asset = barsOf([100, 200, 300, 600, 1200]);
  const index = barsOf([10, 11, 22, 33, 66]);

  it("span the same days on both sides where either one skips a day", () => {
    const pairs = pairedReturns(without(asset, 1), without(index, 3));
    expect(pairs).toEqual([
      [300 / 100 - 1, 22 / 10 - 1],
      [1200 / 300 - 1, 66 / 22 - 1],
    ]);
  });

  it("are none without common days", () => {
    expect(pairedReturns(without(asset, 2, 3, 4), without(index, 0, 1))).toEqual([]);
  });
});
