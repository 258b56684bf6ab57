import { describe, expect, it } from "vitest";
import { sma50, sma200 } from "#core/indicators/sma.ts";
import { barsOf } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

describe("SMA", () => {
  it("of 1 to 50 is 25.5, and of 2 to 51 is 26.5", () => {
    expect(valuesOf(sma50, barsOf(oneTo(51))).slice(-2)).toEqual([25.5, 26.5]);
  });

  it("over 200 bars of 1 to 200 is 100.5", () => {
    expect(valuesOf(sma200, barsOf(oneTo(200))).at(-1)).toBe(100.5);
  });
});
