import { describe, expect, it } from "vitest";
import { gridDays } from "#core/history-replay/grid.ts";
import { bar, weekdays } from "./bars.ts";

const candles = weekdays("2023-12-18", "2024-02-29");
const days = (count: number) => ({ count, unit: "d" }) as const;

describe("the grid", () => {
  it("has both of its ends where the step reaches them", () => {
    const grid = gridDays(candles, { from: "2024-01-02", to: "2024-02-13", step: days(21) });
    expect(grid).toEqual(["2024-01-02", "2024-01-23", "2024-02-13"]);
  });

  it("takes the last bar before a day without one", () => {
    const grid = gridDays(candles, { from: "2024-01-06", to: "2024-01-07", step: days(7) });
    expect(grid).toEqual(["2024-01-05"]);
  });

  it("takes two days that fall on one bar for one", () => {
    const grid = gridDays(candles, { from: "2024-01-05", to: "2024-01-09", step: days(1) });
    expect(grid).toEqual(["2024-01-05", "2024-01-08", "2024-01-09"]);
  });

  it("is one day where it begins and ends on the same", () => {
    const grid = gridDays(candles, { from: "2024-01-08", to: "2024-01-08", step: days(21) });
    expect(grid).toEqual(["2024-01-08"]);
  });

  it("has no day before the first bar", () => {
    const late = [bar("2024-01-10", 1, 1)];
    expect(gridDays(late, { from: "2024-01-08", to: "2024-01-09", step: days(1) })).toEqual([]);
  });
});
