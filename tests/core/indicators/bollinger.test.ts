import { describe, expect, it } from "vitest";
import { bollinger } from "#core/indicators/bollinger.ts";
import { barsOf } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

describe("Bollinger bands", () => {
  // The population variance of 1 to n is (n x n - 1) / 12; the sample's would be 35.
  it("of 1 to 20 stand two roots of 33.25 from 10.5", () => {
    const bars = barsOf(oneTo(20));
    const distance = 2 * Math.sqrt(33.25);
    expect(valuesOf(bollinger, bars, "bollinger.middle").at(-1)).toBe(10.5);
    expect(valuesOf(bollinger, bars, "bollinger.upper").at(-1)).toBeCloseTo(10.5 + distance, 12);
    expect(valuesOf(bollinger, bars, "bollinger.lower").at(-1)).toBeCloseTo(10.5 - distance, 12);
  });
});
