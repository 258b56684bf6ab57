import { describe, expect, it } from "vitest";
import { summaryOf } from "#core/review/summary.ts";
import { score } from "./examples.ts";

function row(
  confidence: number,
  hit: boolean,
  {
    action = "buy",
    excessPercent = 1,
  }: { action?: "buy" | "hold" | "sell"; excessPercent?: number } = {},
) {
  return { confidence, action, score: score({ hit, excessPercent }) };
}

describe("the summary of scored decisions", () => {
  it("counts hits and gives their share", () => {
    const rows = [row(0.5, true), row(0.5, true), row(0.5, false)];
    expect(summaryOf(rows)).toMatchObject({ count: 3, hits: 2, hitRate: expect.closeTo(2 / 3) });
  });

  it("has the Brier score of hand-worked forecasts", () => {
    // (0.9 - 1)^2 = 0.01, (0.6 - 0)^2 = 0.36, (0.2 - 0)^2 = 0.04
    expect(summaryOf([row(0.9, true), row(0.6, false), row(0.2, false)]).brier).toBeCloseTo(
      0.41 / 3,
    );
  });

  it("has a Brier score of 0.25 for a coin said at 0.5, 0 for perfection and 1 for its opposite", () => {
    expect(summaryOf([row(0.5, true), row(0.5, false)]).brier).toBe(0.25);
    expect(summaryOf([row(1, true), row(0, false)]).brier).toBe(0);
    expect(summaryOf([row(0, true), row(1, false)]).brier).toBe(1);
  });

  it("turns the excess of a sell around and leaves holds out", () => {
    const rows = [
      row(0.5, true, { action: "buy", excessPercent: 4 }),
      row(0.5, true, { action: "sell", excessPercent: -10 }),
      row(0.5, true, { action: "hold", excessPercent: 100 }),
    ];
    expect(summaryOf(rows).meanExcessPercent).toBe(7);
    expect(summaryOf(rows.slice(2)).meanExcessPercent).toBeNull();
  });

  it("puts each confidence into one bin, 1 into the last", () => {
    const confidences = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const { calibration } = summaryOf(confidences.map((confidence) => row(confidence, true)));
    expect(calibration.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
    expect(calibration.at(-1)).toEqual({
      from: 0.9,
      to: 1,
      count: 2,
      meanConfidence: 0.95,
      hitRate: 1,
    });
  });

  it("shows what was said beside what came true in each bin", () => {
    const { calibration } = summaryOf([row(0.62, true), row(0.68, false)]);
    expect(calibration[6]).toEqual({
      from: 0.6,
      to: 0.7,
      count: 2,
      meanConfidence: expect.closeTo(0.65),
      hitRate: 0.5,
    });
  });

  it("of nothing is null, never NaN", () => {
    const { calibration, ...rest } = summaryOf([]);
    expect(rest).toEqual({
      count: 0,
      hits: 0,
      hitRate: null,
      meanExcessPercent: null,
      brier: null,
    });
    expect(calibration).toHaveLength(10);
    for (const bin of calibration) {
      expect(bin).toMatchObject({ count: 0, meanConfidence: null, hitRate: null });
    }
  });
});
