import { describe, expect, it } from "vitest";
import { confidenceCeiling } from "#core/confidence-ceiling.ts";
import type { DataFlag } from "#core/data-flag.ts";

const whole = { reports: 6, selected: 6, silent: [], flags: [] };

function flag(kind: DataFlag["kind"]): DataFlag {
  return { kind, subject: "price history", message: "It is.", factId: null };
}

describe("the ceiling of confidence", () => {
  it.each([
    [6, 6, 0.95],
    [5, 6, 0.79],
    [1, 6, 0.16],
    [0, 6, 0],
    [1, 1, 0.95],
  ])("with %d of %d reports is %d", (reports, selected, value) => {
    expect(confidenceCeiling({ ...whole, reports, selected }).value).toBe(value);
  });

  it("has no reasons where nothing is missing and nothing is amiss", () => {
    expect(confidenceCeiling(whole)).toEqual({ value: 0.95, reasons: [] });
  });

  it.each(["stale", "split_broken", "missing"] as const)("is lower with %s data", (kind) => {
    const { value, reasons } = confidenceCeiling({ ...whole, flags: [flag(kind)] });
    expect(value).toBeLessThan(0.95);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(`data: ${kind.replace("_", " ")}`);
  });

  it("counts each kind of flag once", () => {
    const once = confidenceCeiling({ ...whole, flags: [flag("stale")] });
    expect(confidenceCeiling({ ...whole, flags: [flag("stale"), flag("stale")] })).toEqual(once);
  });

  it("names everyone who said nothing, and is lower for each", () => {
    const { value, reasons } = confidenceCeiling({
      ...whole,
      reports: 5,
      silent: ["bear_researcher", "trader"],
    });
    expect(value).toBeLessThan(0.79);
    expect(reasons).toEqual([
      "5 of 6 analysts reported (x 0.83)",
      "nothing from bear_researcher (x 0.95)",
      "nothing from trader (x 0.95)",
    ]);
  });
});
