import { describe, expect, it } from "vitest";
import { volatility } from "#core/risk/volatility.ts";

/** Up by 1 %, down by 1 %, and so on. */
const swing = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 ? -0.01 : 0.01));

describe("volatility", () => {
  it("of twenty days of 1 % up or down is the root of 252 x 20 / 19, in percent", () => {
    expect(volatility(swing(20))).toBeCloseTo(Math.sqrt((252 * 20) / 19), 12);
  });

  it("counts 365 days a year for a market that never closes", () => {
    expect(volatility(swing(20), 365)).toBeCloseTo(Math.sqrt((365 * 20) / 19), 12);
  });

  it("is null with fewer than twenty returns", () => {
    expect(volatility(swing(19))).toBeNull();
  });

  it("of a price that does not move, or climbs evenly, is 0", () => {
    expect(volatility(new Array<number>(30).fill(0))).toBe(0);
    expect(volatility(new Array<number>(30).fill(0.1))).toBe(0);
  });
});
