import { describe, expect, it } from "vitest";
import { quantile } from "#core/risk/quantile.ts";

describe("quantile", () => {
  it("lies on a line between neighbours", () => {
    expect(quantile([40, 10, 30, 20], 0.5)).toBe(25);
    expect(quantile([40, 10, 30, 20], 0.25)).toBe(17.5);
  });

  it("of 0 and 1 is the smallest and the largest", () => {
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(quantile([3, 1, 2], 1)).toBe(3);
  });

  it("orders numbers by size, not as text, and leaves its input as it was", () => {
    const values = [10, 9, -1];
    expect(quantile(values, 0.5)).toBe(9);
    expect(values).toEqual([10, 9, -1]);
  });
});
