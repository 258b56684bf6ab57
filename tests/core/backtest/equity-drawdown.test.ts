import { describe, expect, it } from "vitest";
import { equityDrawdown } from "#core/backtest/equity-drawdown.ts";
import { daysFrom } from "./bars-at.ts";

function drawdownOf(equity: readonly number[]) {
  return equityDrawdown(equity, daysFrom("2024-01-01", equity.length));
}

describe("drawdown of equity", () => {
  it("is deepest from any high, and as long as its high is not reached again", () => {
    const { deepest, longestDays } = drawdownOf([100, 120, 90, 110, 120, 130, 117, 130]);
    expect(deepest).toBeCloseTo(90 / 120 - 1, 12);
    // From the second day to the fifth.
    expect(longestDays).toBe(3);
  });

  it("lasts to the end where the high is not reached again", () => {
    expect(drawdownOf([100, 50, 60, 70]).longestDays).toBe(3);
  });

  it("counts calendar days, weekends too", () => {
    const dates = ["2024-01-05", "2024-01-08", "2024-01-09"];
    expect(equityDrawdown([100, 90, 100], dates).longestDays).toBe(4);
  });

  it("is none in a climb, on a level, and where equity moves by rounding alone", () => {
    const none = { deepest: 0, longestDays: 0 };
    expect(drawdownOf([1, 2, 3])).toEqual(none);
    expect(drawdownOf([5, 5, 5])).toEqual(none);
    expect(drawdownOf([1000, 1000 - 1e-13, 1000 + 1e-13])).toEqual(none);
    expect(drawdownOf([])).toEqual(none);
  });

  it("begins on the last day at the high", () => {
    expect(drawdownOf([100, 100, 100, 90, 100]).longestDays).toBe(2);
  });
});
