import { describe, expect, it } from "vitest";
import { returnsOf } from "#core/backtest/period.ts";

describe("returns", () => {
  it("are from one close to the next, the first having none before it", () => {
    expect(returnsOf([100, 110, 55])).toEqual([expect.closeTo(0.1, 12), -0.5]);
  });

  it("of a period begin with that from the close before it", () => {
    expect(returnsOf([100, 200, 300, 150], { from: 2, to: 4 })).toEqual([0.5, -0.5]);
  });

  it("are -1 where all was lost and 0 from then on, never NaN", () => {
    expect(returnsOf([100, 0, 0])).toEqual([-1, 0]);
  });
});
