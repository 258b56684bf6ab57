import { describe, expect, it } from "vitest";
import { rsi14 } from "#core/indicators/rsi.ts";
import { barsOf, flatBars } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

/** Up by 2, down by 1, and so on. */
const zigzag = [10, 12, 11, 13, 12, 14, 13, 15, 14, 16, 15, 17, 16, 18, 17];

describe("RSI", () => {
  it("of seven gains of 2 and seven losses of 1 is two thirds of 100", () => {
    expect(valuesOf(rsi14, barsOf(zigzag)).at(-1)).toBeCloseTo(200 / 3, 12);
  });

  // Average gain (13 x 1 + 2) / 14, average loss (13 x 0.5 + 0) / 14.
  it("then, with one more gain of 2, is 100 x 15 / 21.5, unrounded", () => {
    expect(valuesOf(rsi14, barsOf([...zigzag, 19])).at(-1)).toBeCloseTo(1500 / 21.5, 12);
  });

  it("is 100 when every close is a gain and 0 when every close is a loss", () => {
    expect(valuesOf(rsi14, barsOf(oneTo(15))).at(-1)).toBe(100);
    expect(valuesOf(rsi14, barsOf(oneTo(15).reverse())).at(-1)).toBe(0);
  });

  it("of a flat series is null until the first close that differs", () => {
    const values = valuesOf(rsi14, [...flatBars(20), ...barsOf([11])]);
    expect(values.slice(14)).toEqual([null, null, null, null, null, null, 100]);
  });
});
