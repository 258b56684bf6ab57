import { describe, expect, it } from "vitest";
import { backtest } from "#core/backtest/engine.ts";
import { measuredOf, splitPlace } from "#core/backtest/walk-forward.ts";
import { barsAt, ordering, rules } from "./bars-at.ts";

describe("walking forward", () => {
  it("keeps the last third of the bars out of sample", () => {
    expect([3, 2500, 2501, 2502].map(splitPlace)).toEqual([2, 1666, 1667, 1668]);
  });

  it("counts a trade where it was closed, and returns that make up the whole", () => {
    const bars = barsAt([10, 11, 12, 14, 15, 16].map((price) => [price, price] as const));
    const run = backtest(bars, rules(), ordering({ 0: 10, 4: -10 }));
    const { inSample, outOfSample, whole } = measuredOf(run, bars.dates, 1000);
    expect([inSample.trades, outOfSample.trades, whole.trades]).toEqual([0, 1, 1]);
    expect(inSample.finalEquity).toBe(1030);
    expect((1 + inSample.totalReturn) * (1 + outOfSample.totalReturn)).toBeCloseTo(
      1 + whole.totalReturn,
      12,
    );
  });
});
