import { describe, expect, it } from "vitest";
import { drawdown } from "#core/risk/drawdown.ts";
import { barsOf } from "../indicators/bars.ts";

describe("drawdown", () => {
  it("is measured from the latest peak now, and from any peak at its deepest", () => {
    const fall = drawdown(barsOf([100, 80, 120, 90, 110, 120, 108]));
    expect(fall?.current).toBeCloseTo(-10, 12);
    expect(fall?.max).toBeCloseTo(-25, 12);
    expect(fall?.daysSincePeak).toBe(1);
  });

  it("counts calendar days, weekends too", () => {
    const friday = { date: "2024-01-05" };
    const tuesday = { date: "2024-01-09" };
    const [first, last] = barsOf([100, 99]);
    expect(
      first &&
        last &&
        drawdown([
          { ...first, ...friday },
          { ...last, ...tuesday },
        ]),
    ).toEqual({
      current: expect.closeTo(-1, 12),
      max: expect.closeTo(-1, 12),
      daysSincePeak: 4,
    });
  });

  it("is 0 at a peak, and 0 throughout a climb", () => {
    expect(drawdown(barsOf([1, 2, 3]))).toEqual({ current: 0, max: 0, daysSincePeak: 0 });
  });

  it("goes by the adjusted close", () => {
    const bars = barsOf([50, 25]).map((bar) => ({ ...bar, adjustedClose: 25 }));
    expect(drawdown(bars)?.max).toBe(0);
  });

  it("is null with fewer than two bars", () => {
    expect(drawdown([])).toBeNull();
    expect(drawdown(barsOf([100]))).toBeNull();
  });
});
