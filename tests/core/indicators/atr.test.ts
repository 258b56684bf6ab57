import { describe, expect, it } from "vitest";
import { atr14 } from "#core/indicators/atr.ts";
import { rangedBars } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

describe("ATR", () => {
  it("of days that each span 2 and climb by 1 is 2", () => {
    expect(valuesOf(atr14, rangedBars(oneTo(15))).at(-1)).toBe(2);
  });

  // The gap makes the true range 16, from the close before, 15, to the high, 31.
  it("counts a gap from the close before: (13 x 2 + 16) / 14 is 3", () => {
    expect(valuesOf(atr14, rangedBars([...oneTo(15), 30])).at(-1)).toBeCloseTo(3, 12);
  });
});
