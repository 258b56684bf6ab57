import { describe, expect, it } from "vitest";
import { beta } from "#core/risk/beta.ts";
import { pairsOf, sixtyPairs } from "./pairs.ts";

describe("beta", () => {
  it("is the covariance over the benchmark's variance: 1 / 1", () => {
    expect(beta(sixtyPairs)).toBeCloseTo(1, 12);
  });

  it("of an asset against which the benchmark is the calmer is 1 / 2 the other way round", () => {
    expect(beta(sixtyPairs.map(([asset, benchmark]) => [benchmark, asset]))).toBeCloseTo(0.5, 12);
  });

  it("is the slope, whatever the asset gains every day", () => {
    expect(beta(pairsOf((benchmark) => 0.003 - 1.5 * benchmark))).toBeCloseTo(-1.5, 12);
  });

  it("is 0 for an asset that does not move", () => {
    expect(beta(pairsOf(() => 0))).toBe(0);
  });

  it("is null with fewer than sixty pairs", () => {
    expect(beta(sixtyPairs.slice(1))).toBeNull();
  });

  it("is null against a benchmark that does not move, or climbs evenly", () => {
    expect(beta(sixtyPairs.map(([asset]) => [asset, 0]))).toBeNull();
    expect(beta(sixtyPairs.map(([asset]) => [asset, 0.1]))).toBeNull();
  });
});
