import { describe, expect, it } from "vitest";
import { seededRandom } from "#runtime/market-data/demo/random.ts";

const draw = (key: string, count: number) => {
  const random = seededRandom(key);
  return Array.from({ length: count }, () => random.normal());
};

describe("a seeded stream", () => {
  it("is decided by its key alone", () => {
    expect(draw("a", 100)).toEqual(draw("a", 100));
    expect(draw("a", 100)).not.toEqual(draw("b", 100));
  });

  it("starts with the same numbers on every machine", () => {
    const random = seededRandom("golden");
    const first = [random.uniform(), random.normal(), random.whole(1, 6), random.pick(["a", "b"])];
    expect(first).toEqual([0.5943232728168368, 0.1320438663092622, 6, "a"]);
  });

  it("has normals of mean 0 and variance 1", () => {
    const values = draw("many", 20_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  });

  it("draws whole numbers from all of its span, both ends included", () => {
    const random = seededRandom("dice");
    const faces = new Set(Array.from({ length: 500 }, () => random.whole(1, 6)));
    expect([...faces].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
