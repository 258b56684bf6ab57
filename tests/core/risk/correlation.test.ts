import { describe, expect, it } from "vitest";
import { correlation } from "#core/risk/correlation.ts";
import { pairsOf, sixtyPairs } from "./pairs.ts";

describe("correlation", () => {
  it("is the covariance over both deviations: 1 / the root of 2", () => {
    expect(correlation(sixtyPairs)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it("of an asset in step with its benchmark is 1 and against it -1, and never beyond", () => {
    for (const slope of [0.1, 0.3, 0.7, 1.1, 3]) {
      const together = correlation(pairsOf((benchmark) => slope * benchmark)) ?? Number.NaN;
      const opposed = correlation(pairsOf((benchmark) => -slope * benchmark)) ?? Number.NaN;
      expect(together).toBeCloseTo(1, 12);
      expect(opposed).toBeCloseTo(-1, 12);
      expect(together).toBeLessThanOrEqual(1);
      expect(opposed).toBeGreaterThanOrEqual(-1);
    }
  });

  it("is null with fewer than sixty pairs", () => {
    expect(correlation(sixtyPairs.slice(1))).toBeNull();
  });

  it("is null when either side does not move", () => {
    expect(correlation(pairsOf(() => 0.1))).toBeNull();
    expect(correlation(sixtyPairs.map(([asset]) => [asset, 0.1]))).toBeNull();
  });
});
