import { describe, expect, it } from "vitest";
import { annualGrowth } from "#core/backtest/annual-growth.ts";

describe("growth a year", () => {
  it("is what makes one amount the other over so many years of 365.25 days", () => {
    // 1461 days are four years: 16 is 2 to the power of 4.
    expect(annualGrowth(1, 16, "2020-01-01", "2024-01-01")).toBeCloseTo(1, 12);
    expect(annualGrowth(100, 90, "2023-01-01", "2023-07-02")).toBeCloseTo(
      0.9 ** (365.25 / 182) - 1,
      12,
    );
  });

  it("is null under 90 days", () => {
    expect(annualGrowth(1, 2, "2024-01-01", "2024-03-30")).toBeNull();
    expect(annualGrowth(1, 2, "2024-01-01", "2024-03-31")).not.toBeNull();
  });

  it("is -1 where all is lost, and null from nothing", () => {
    expect(annualGrowth(1, 0, "2023-01-01", "2024-01-01")).toBe(-1);
    expect(annualGrowth(0, 0, "2023-01-01", "2024-01-01")).toBeNull();
  });

  it("is null where it would be no number", () => {
    expect(annualGrowth(1, 1e200, "2024-01-01", "2024-04-01")).toBeNull();
  });
});
