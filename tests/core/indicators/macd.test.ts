import { describe, expect, it } from "vitest";
import { macd } from "#core/indicators/macd.ts";
import { barsOf } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

describe("MACD", () => {
  // On a straight line an EMA of n trails by (n - 1) / 2: 5.5 for 12 bars, 12.5 for 26.
  it("of a straight line that climbs by 1 is 7, and so is its signal", () => {
    const bars = barsOf(oneTo(40));
    expect(valuesOf(macd, bars, "macd.line").at(-1)).toBeCloseTo(7, 12);
    expect(valuesOf(macd, bars, "macd.signal").at(-1)).toBeCloseTo(7, 12);
    expect(valuesOf(macd, bars, "macd.histogram").at(-1)).toBeCloseTo(0, 12);
  });

  // A jump of J lifts the line by J (2/13 - 2/27), which is 14 for J = 175.5, the signal by a fifth.
  it("after a jump of 175.5 is 21, with a signal of 9.8 and a histogram of 11.2", () => {
    const bars = barsOf([...oneTo(40), 41 + 175.5]);
    expect(valuesOf(macd, bars, "macd.line").at(-1)).toBeCloseTo(21, 12);
    expect(valuesOf(macd, bars, "macd.signal").at(-1)).toBeCloseTo(9.8, 12);
    expect(valuesOf(macd, bars, "macd.histogram").at(-1)).toBeCloseTo(11.2, 12);
  });

  it("has a line eight bars before it has a signal and a histogram", () => {
    const bars = barsOf(oneTo(33));
    expect(valuesOf(macd, bars, "macd.line").at(-1)).toBeCloseTo(7, 12);
    expect(valuesOf(macd, bars, "macd.signal").at(-1)).toBeNull();
    expect(valuesOf(macd, bars, "macd.histogram").at(-1)).toBeNull();
  });
});
