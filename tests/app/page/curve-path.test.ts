import { describe, expect, it } from "vitest";
import { curvePath, spanOf } from "#app/page/parts/curve-path.ts";

describe("a curve", () => {
  it("goes from the lowest at the bottom to the highest at the top", () => {
    expect(curvePath([1, 2], 100, 10, spanOf([[1, 2]]))).toBe("M0 10L100 0");
  });

  it("is drawn by factors where equal steps would flatten it", () => {
    const values = [1, 10, 100];
    expect(spanOf([values]).byFactors).toBe(true);
    expect(curvePath(values, 100, 10, spanOf([values]))).toBe("M0 10L50 5L100 0");
  });

  it("is never drawn by factors once money is gone", () => {
    expect(spanOf([[0, 100]]).byFactors).toBe(false);
  });

  it("lies in the middle where nothing moves, and is empty without values", () => {
    expect(curvePath([5, 5], 100, 10, spanOf([[5, 5]]))).toBe("M0 5L100 5");
    expect(curvePath([], 100, 10, spanOf([[5]]))).toBe("");
  });

  it("has few points however many values there are, the last among them", () => {
    const values = Array.from({ length: 10_000 }, (_, at) => at);
    const path = curvePath(values, 100, 10, spanOf([values]));
    expect(path.split("L").length).toBeLessThan(300);
    expect(path.endsWith("L100 0")).toBe(true);
  });
});
