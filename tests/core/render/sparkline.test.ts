import { describe, expect, it } from "vitest";
import { sparkline } from "#core/render/sparkline.ts";

describe("a sparkline", () => {
  it("goes from the lowest block to the highest", () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8)).toBe("▁▂▃▄▅▆▇█");
    expect(sparkline([-7, 0, -7], 8)).toBe("▁█▁");
  });

  it("of many values is as wide as asked, from the first to the last", () => {
    const rising = Array.from({ length: 1_000 }, (_, i) => i);
    expect(sparkline(rising, 8)).toBe("▁▂▃▄▅▆▇█");
    expect(sparkline([...rising, -1_000_000], 9).at(-1)).toBe("▁");
  });

  it("of few values is as wide as there are", () => {
    expect(sparkline([1, 2], 40)).toBe("▁█");
  });

  it("of equal values stays in the middle", () => {
    expect(sparkline([5, 5, 5], 3)).toBe("▄▄▄");
    expect(sparkline([5], 3)).toBe("▄");
  });

  it("of no values, or in no room, is empty", () => {
    expect(sparkline([], 10)).toBe("");
    expect(sparkline([1, 2], 0)).toBe("");
  });

  it("in one column shows one block, however many values there are", () => {
    expect(sparkline([1, 2, 3], 1)).toBe("▄");
  });
});
