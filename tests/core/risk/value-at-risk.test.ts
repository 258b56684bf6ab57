import { describe, expect, it } from "vitest";
import { expectedShortfall, valueAtRisk } from "#core/risk/value-at-risk.ts";

/** Losses of 0.01 % to 1 %, one of each, in no order. */
const hundredLosses = Array.from({ length: 100 }, (_, i) => -(((i * 37) % 100) + 1) / 10_000);

describe("valueAtRisk", () => {
  // Type 7: 0.95 x 99 = 94.05 steps from the smallest of 1 to 100, so 95.05.
  it("of losses of 0.01 % to 1 % is 0.9505 %", () => {
    expect(valueAtRisk(hundredLosses)).toBeCloseTo(0.9505, 12);
  });

  it("is negative, a gain, when even the bad days gain", () => {
    expect(valueAtRisk(new Array<number>(60).fill(0.01))).toBeCloseTo(-1, 12);
  });

  it("of a price that does not move is 0", () => {
    expect(valueAtRisk(new Array<number>(60).fill(0))).toBe(0);
  });

  it("is null with fewer than sixty returns", () => {
    expect(valueAtRisk(hundredLosses.slice(0, 59))).toBeNull();
    expect(valueAtRisk(hundredLosses.slice(0, 60))).toBeTypeOf("number");
  });
});

describe("expectedShortfall", () => {
  it("is the mean of the five losses beyond 0.9505 %: 0.98 %", () => {
    expect(expectedShortfall(hundredLosses)).toBeCloseTo(0.98, 12);
  });

  it("counts the losses that equal the value at risk", () => {
    const returns = [...new Array<number>(56).fill(0), ...new Array<number>(4).fill(-0.03)];
    expect(valueAtRisk(returns)).toBeCloseTo(3, 12);
    expect(expectedShortfall(returns)).toBeCloseTo(3, 12);
  });

  it("is never less than the value at risk, not by a rounding either", () => {
    for (const loss of [0.1, 0.0123, 0.007, 1 / 3, 0.0001]) {
      for (let count = 60; count < 90; count += 1) {
        const returns = new Array<number>(count).fill(-loss);
        const threshold = valueAtRisk(returns) ?? Number.NaN;
        expect(expectedShortfall(returns)).toBeGreaterThanOrEqual(threshold);
      }
    }
  });

  it("is null with fewer than sixty returns", () => {
    expect(expectedShortfall(hundredLosses.slice(0, 59))).toBeNull();
  });
});
