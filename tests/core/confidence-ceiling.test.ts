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

  it.each([
    ["stale", "data: stale (x 0.85)"],
    ["split_broken", "data: split broken (x 0.6)"],
    ["mixed_currency", "data: mixed currency (x 0.7)"],
    ["missing", "data: 1 missing (x 0.95)"],
  ] as const)("is lower with %s data", (kind, reason) => {
    const { value, reasons } = confidenceCeiling({ ...whole, flags: [flag(kind)] });
    expect(value).toBeLessThan(0.95);
    expect(reasons).toEqual([reason]);
  });

  it.each(["stale", "split_broken", "mixed_currency"] as const)("counts %s data once", (kind) => {
    const once = confidenceCeiling({ ...whole, flags: [flag(kind)] });
    expect(confidenceCeiling({ ...whole, flags: [flag(kind), flag(kind)] })).toEqual(once);
  });

  it.each([
    [1, 0.9, "data: 1 missing (x 0.95)"],
    [2, 0.86, "data: 2 missing (x 0.9)"],
    [6, 0.7, "data: 6 missing (x 0.74)"],
    [9, 0.6, "data: 9 missing (x 0.63)"],
    [10, 0.57, "data: 10 missing (x 0.6)"],
    [40, 0.57, "data: 40 missing (x 0.6)"],
  ])("counts each of %d missing data, down to 0.6 of it", (count, value, reason) => {
    const flags = Array.from({ length: count }, () => flag("missing"));
    expect(confidenceCeiling({ ...whole, flags })).toEqual({ value, reasons: [reason] });
  });

  it("names each word that was not said, and is lower for it", () => {
    const { value, reasons } = confidenceCeiling({
      ...whole,
      reports: 5,
      silent: ["bear_researcher in round 2", "the reviewers, who had no plan"],
    });
    expect(value).toBeLessThan(0.79);
    expect(reasons).toEqual([
      "5 of 6 analysts reported (x 0.83)",
      "no word from bear_researcher in round 2 (x 0.95)",
      "no word from the reviewers, who had no plan (x 0.95)",
    ]);
  });
});
