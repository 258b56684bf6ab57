import { describe, expect, it } from "vitest";
import { adjusted } from "#core/candle.ts";

const bar = { date: "2026-11-20", open: 100, high: 110, low: 90, close: 105, volume: 1_000 };

describe("adjusted bars", () => {
  it("keep the shape of the bar at the level of its adjusted close", () => {
    const [candle] = adjusted([{ ...bar, adjustedClose: 52.5 }]);
    expect(candle).toEqual({
      ...bar,
      open: 50,
      high: 55,
      low: 45,
      close: 52.5,
      adjustedClose: 52.5,
    });
  });

  it("are the bars themselves where nothing was adjusted, however often they are adjusted", () => {
    const candles = [{ ...bar, adjustedClose: 105 }];
    expect(adjusted(candles)).toEqual(candles);
    const once = adjusted([{ ...bar, adjustedClose: 84 }]);
    expect(adjusted(once)).toEqual(once);
  });

  it("show no move of the price where a dividend was paid", () => {
    const paid = adjusted([
      { ...bar, close: 100, adjustedClose: 98 },
      { ...bar, date: "2026-11-21", close: 98, adjustedClose: 98 },
    ]);
    expect(paid.map(({ close }) => close)).toEqual([98, 98]);
  });
});
