import { describe, expect, it } from "vitest";
import { mfi14 } from "#core/indicators/mfi.ts";
import { barsOf } from "./bars.ts";
import { oneTo, valuesOf } from "./values.ts";

const still = (count: number, price: number) => new Array<number>(count).fill(price);

describe("MFI", () => {
  it("of seven flows of 1,100 in and seven of 1,000 out is 100 x 7,700 / 14,700", () => {
    const closes = oneTo(15).map((day) => (day % 2 === 0 ? 11 : 10));
    expect(valuesOf(mfi14, barsOf(closes)).at(-1)).toBeCloseTo(1100 / 21, 12);
  });

  it("counts a day of unchanged price neither way", () => {
    expect(valuesOf(mfi14, barsOf([10, ...still(14, 11)])).at(-1)).toBe(100);
  });

  it("is null once the last day that money flowed has left the window", () => {
    const values = valuesOf(mfi14, barsOf([10, ...still(15, 11)]));
    expect(values.slice(-2)).toEqual([100, null]);
  });

  it("is 50 where as much flowed in as out, and that is not null", () => {
    const volumes = [0, 1000, 1100, ...still(12, 100)];
    expect(valuesOf(mfi14, barsOf([10, 11, ...still(13, 10)], volumes)).at(-1)).toBe(50);
  });
});
