import { describe, expect, it } from "vitest";
import { vwma20 } from "#core/indicators/vwma.ts";
import { barsOf } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

describe("VWMA", () => {
  // The sum of squares over the sum of 1 to n is (2 n + 1) / 3.
  it("of closes 1 to 20 weighed by volumes 1 to 20 is 41 / 3", () => {
    expect(valuesOf(vwma20, barsOf(oneTo(20), oneTo(20))).at(-1)).toBeCloseTo(41 / 3, 12);
  });

  it("is null while nothing was traded for twenty days, and a price again after", () => {
    const volumes = [...new Array<number>(20).fill(0), 5];
    expect(valuesOf(vwma20, barsOf(oneTo(21), volumes)).slice(-2)).toEqual([null, 21]);
  });
});
