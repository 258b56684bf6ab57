import { describe, expect, it } from "vitest";
import { ema10 } from "#core/indicators/ema.ts";
import { barsOf } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

describe("EMA", () => {
  it("starts as the mean of the first ten closes", () => {
    expect(valuesOf(ema10, barsOf(oneTo(10))).at(-1)).toBe(5.5);
  });

  it("then moves 2/11 of the way to each close: from 5.5 towards 16.5 by 2", () => {
    expect(valuesOf(ema10, barsOf([...oneTo(10), 16.5])).at(-1)).toBeCloseTo(7.5, 12);
  });
});
