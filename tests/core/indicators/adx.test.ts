import { describe, expect, it } from "vitest";
import { adx14 } from "#core/indicators/adx.ts";
import { flatBars, rangedBars } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

describe("ADX", () => {
  it("of a climb without a step back is 100, and so is that of a fall", () => {
    expect(valuesOf(adx14, rangedBars(oneTo(28))).at(-1)).toBeCloseTo(100, 12);
    expect(valuesOf(adx14, rangedBars(oneTo(28).reverse())).at(-1)).toBeCloseTo(100, 12);
  });

  // Sums: up 14 - 1, down 0 + 3, so DX = 100 x 10 / 16 = 62.5; ADX = (13 x 100 + 62.5) / 14.
  it("after 28 days of climb and a fall of 3 is 97.32142857", () => {
    expect(valuesOf(adx14, rangedBars([...oneTo(28), 25])).at(-1)).toBeCloseTo(1362.5 / 14, 12);
  });

  it("stays null when the first fourteen days did not move, however it moves later", () => {
    const bars = [...flatBars(15, 1), ...rangedBars(oneTo(60))];
    expect(valuesOf(adx14, bars).every((value) => value === null)).toBe(true);
  });
});
