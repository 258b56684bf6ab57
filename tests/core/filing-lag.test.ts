import { describe, expect, it } from "vitest";
import { endsFiscalYear, filesAbroad, filingLagDays } from "#core/filing-lag.ts";

describe("the lag of a filing", () => {
  it.each([
    ["quarterly", false, false, 45],
    ["quarterly", false, true, 90],
    ["annual", false, true, 90],
    ["quarterly", true, false, 90],
    ["quarterly", true, true, 120],
    ["annual", true, true, 120],
  ] as const)("(%s, abroad %s, of a year's end %s) is %i days", (period, abroad, ends, days) => {
    expect(filingLagDays(period, { abroad, endsFiscalYear: ends })).toBe(days);
  });

  it("is that of another country where the suffix or the currency is", () => {
    expect(filesAbroad("AAPL", "USD")).toBe(false);
    expect(filesAbroad("BRK-B", "USD")).toBe(false);
    expect(filesAbroad("TSM", "TWD")).toBe(true);
    expect(filesAbroad("BP.L", "USD")).toBe(true);
    expect(filesAbroad("ACME", null)).toBe(true);
  });
});

describe("the end of a period", () => {
  it("is a fiscal year's where it is on or near the day of any, in whatever year", () => {
    expect(endsFiscalYear("2024-09-30", "2020-09-26")).toBe(true);
    expect(endsFiscalYear("2019-01-31", "2025-02-01")).toBe(true);
    expect(endsFiscalYear("2023-12-31", "2025-01-03")).toBe(true);
    expect(endsFiscalYear("2024-06-30", "2023-09-30")).toBe(false);
    expect(endsFiscalYear("2024-12-31", "2023-09-30")).toBe(false);
  });

  it("may be a fiscal year's where none is known", () => {
    expect(endsFiscalYear("2024-06-30", null)).toBe(true);
  });
});
