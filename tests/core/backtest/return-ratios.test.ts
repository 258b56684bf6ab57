import { describe, expect, it } from "vitest";
import {
  annualSharpe,
  annualSortino,
  annualVolatility,
  dailySharpe,
} from "#core/backtest/return-ratios.ts";

/** Mean 0.01; deviations 0.01, -0.03, 0.02, 0: squares sum to 0.0014. */
const returns = [0.02, -0.02, 0.03, 0.01];
const deviation = Math.sqrt(0.0014 / 3);

describe("ratios of returns", () => {
  it("take the sample standard deviation, times the root of 252 a year", () => {
    expect(annualVolatility(returns)).toBeCloseTo(deviation * Math.sqrt(252), 12);
    expect(dailySharpe(returns)).toBeCloseTo(0.01 / deviation, 12);
    // 0.01 * 252 / (0.0216025 * 15.8745) = 2.52 / 0.342929
    expect(annualSharpe(returns)).toBeCloseTo(7.348469, 6);
  });

  it("take the downside over all returns for Sortino's", () => {
    // The root of 0.0004 / 4 is 0.01: 0.01 * 252 / (0.01 * 15.8745)
    expect(annualSortino(returns)).toBeCloseTo(Math.sqrt(252), 12);
  });

  it("are null without movement, of which rounding is none", () => {
    const flat = [0.001, 0.001 + 1e-16, 0.001];
    expect([annualSharpe(flat), dailySharpe(flat)]).toEqual([null, null]);
    expect(annualVolatility(flat)).toBe(0);
    expect(annualSortino([0.01, -1e-16, 0.02])).toBeNull();
    expect(annualSortino([0.01, 0.02])).toBeNull();
  });

  it("are null with fewer than two returns", () => {
    for (const few of [[], [-0.01]]) {
      expect([annualVolatility(few), annualSharpe(few), annualSortino(few)]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });
});
