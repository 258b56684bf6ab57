import { describe, expect, it } from "vitest";
import { mean } from "#core/mean.ts";

describe("mean", () => {
  it("of 1, 2 and 6 is 3", () => {
    expect(mean([1, 2, 6])).toBe(3);
  });

  it("of nothing is NaN", () => {
    expect(mean([])).toBeNaN();
  });
});
