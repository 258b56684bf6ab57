import { describe, expect, it } from "vitest";
import { expectedBest, probabilisticSharpe } from "#core/backtest/deflated-sharpe.ts";
import { normalCdf } from "#core/backtest/normal.ts";

function repeated(values: readonly number[], times: number): number[] {
  return Array.from({ length: times }, () => values).flat();
}

describe("the best that chance would show", () => {
  it("is that of Bailey and Lopez de Prado's example: 0.1132 a day for 100 trials", () => {
    // The variance of a year's ratios is 1/2, of a day's 1/500: that of two numbers is half the
    // square of their difference.
    const ratios = [0.1, 0.1 + Math.sqrt(1 / 250)];
    expect(expectedBest(ratios, 100)).toBeCloseTo(0.1132, 4);
  });

  it("is 0 for one strategy, and where all are as good", () => {
    expect(expectedBest([0.2], 1)).toBe(0);
    expect(expectedBest([0.1, 0.1, 0.1], 3)).toBe(0);
  });

  it("rises with how many were tried", () => {
    const ratios = [0.01, 0.05];
    const best = [2, 3, 6, 20].map((tried) => expectedBest(ratios, tried) ?? 0);
    expect(best).toEqual(best.toSorted((a, b) => a - b));
    expect(new Set(best).size).toBe(4);
  });

  it("cannot be told from one ratio of several strategies", () => {
    expect(expectedBest([0.2], 3)).toBeNull();
    expect(expectedBest([], 2)).toBeNull();
  });
});

describe("how likely a ratio is no chance", () => {
  it("goes by the count of returns alone where they are of two values: kurtosis 1, no skew", () => {
    const returns = repeated([0.03, -0.01], 50);
    // Mean 0.01; sample variance 0.0004 * 100 / 99.
    const sharpe = 0.01 / Math.sqrt((0.0004 * 100) / 99);
    expect(probabilisticSharpe(returns, 0)).toBeCloseTo(normalCdf(sharpe * Math.sqrt(99)), 12);
    expect(probabilisticSharpe(returns, sharpe)).toBeCloseTo(0.5, 12);
  });

  it("is less for skewed and fat-tailed returns", () => {
    const returns = repeated([-0.03, 0.02, 0.02, 0.02, 0.02], 5);
    // Mean 0.01; deviations -0.04 and 0.01, so spread 0.0004, skewness -1.5, kurtosis 3.25.
    const sharpe = 0.01 / Math.sqrt((0.0004 * 25) / 24);
    const error = 1 + 1.5 * sharpe + (2.25 / 4) * sharpe ** 2;
    const expected = normalCdf((sharpe - 0.1) * Math.sqrt(24 / error));
    expect(probabilisticSharpe(returns, 0.1)).toBeCloseTo(expected, 12);
  });

  it("is null with fewer than 20 returns, and where they do not move", () => {
    expect(probabilisticSharpe(repeated([0.01, -0.01], 9), 0)).toBeNull();
    expect(probabilisticSharpe(repeated([0.01], 40), 0)).toBeNull();
  });
});
