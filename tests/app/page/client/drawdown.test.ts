import { describe, expect, it } from "vitest";
import { drawdown } from "#app/page/client/strategies/drawdown.ts";

describe("a drawdown", () => {
  it("is how far each value is below the highest so far", () => {
    expect(drawdown([100, 50, 120, 90])).toEqual([0, -0.5, 0, -0.25]);
  });

  it("is 0 where there never was anything", () => {
    expect(drawdown([0, 0])).toEqual([0, 0]);
  });
});
