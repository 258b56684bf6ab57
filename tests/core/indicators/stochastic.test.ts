import { describe, expect, it } from "vitest";
import { adjusted, type Candle } from "#core/candle.ts";
import { stochastic } from "#core/indicators/stochastic.ts";
import { barsOf, flatBars, rangedBars } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

const k = (candles: readonly Candle[]) => valuesOf(stochastic, candles, "stochastic.k");
const d = (candles: readonly Candle[]) => valuesOf(stochastic, candles, "stochastic.d");

describe("stochastic oscillator", () => {
  it("of closes 1 to 14 that span 2 has %K = 100 x 14 / 15", () => {
    expect(k(rangedBars(oneTo(14))).at(-1)).toBeCloseTo(1400 / 15, 12);
  });

  // The lowest low rises from 0 to 1 and 2 under a highest high of 15.
  it("has for %D the mean of the last three %K", () => {
    const bars = rangedBars([...oneTo(14), 14, 14]);
    const [first, second, third] = [1400 / 15, (100 * 13) / 14, (100 * 12) / 13];
    expect(k(bars).slice(-2)).toEqual([second, third]);
    expect(d(bars).at(-1)).toBeCloseTo((first + second + third) / 3, 12);
  });

  it("has a %K of 0 at the low of the window, and that is not null", () => {
    expect(k(barsOf(oneTo(14).reverse())).at(-1)).toBe(0);
  });

  it("has no %D while one of its three %K is undefined", () => {
    const bars = barsOf([...flatBars(14).map((bar) => bar.close), 11, 12, 13]);
    expect(k(bars).slice(-4)).toEqual([null, 100, 100, 100]);
    expect(d(bars).slice(-4)).toEqual([null, null, null, 100]);
  });

  // 17.3 x (15.3 / 17.3) is not 15.3: on its ex-day the price falls by just the dividend.
  it("takes what adjusting rounds for no range", () => {
    const bars = adjusted([
      ...flatBars(10, 17.3).map((bar) => ({ ...bar, adjustedClose: 15.3 })),
      ...flatBars(10, 15.3),
    ]);
    expect(new Set(bars.map((bar) => bar.high)).size).toBe(2);
    expect(k(bars).every((value) => value === null)).toBe(true);
  });
});
