import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "#core/backtest/normal.ts";

/** To 16 digits, from the complementary error function. */
const known = [
  [0, 0.5],
  [1, 0.8413447460685429],
  [1.959963984540054, 0.975],
  [2.3263478740408408, 0.99],
  [-1, 0.15865525393145707],
  [-3, 0.0013498980316300957],
] as const;

describe("the normal distribution", () => {
  it("is known to 1e-15", () => {
    for (const [x, probability] of known) {
      expect(Math.abs(normalCdf(x) - probability)).toBeLessThan(1e-15);
    }
    expect(normalCdf(-10) / 7.619853024160593e-24).toBeCloseTo(1, 6);
    expect([normalCdf(-40), normalCdf(40)]).toEqual([0, 1]);
  });

  it("is inverted to 1e-15 of the number, far tails too", () => {
    for (const [x, probability] of known) {
      expect(Math.abs(normalQuantile(probability) - x)).toBeLessThan(1e-14);
    }
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301132, 13);
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.0470962993612, 12);
  });

  it("and its inverse undo each other", () => {
    for (let x = -6; x <= 5; x += 0.25) {
      expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 8);
    }
  });

  it("has no finite number below which nothing, or everything, lies", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect(normalQuantile(1.5)).toBeNaN();
  });
});
