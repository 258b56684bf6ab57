import { describe, expect, it } from "vitest";
import type { MarketBrief } from "#core/contest/market-brief.ts";
import { senseOf, windowOf } from "#runtime/models/rules/authors/market-sense.ts";

const brief: MarketBrief = {
  symbol: "ACME",
  from: "2016-01-04",
  to: "2022-09-02",
  bars: 1_000,
  firstClose: 100,
  lastClose: 150,
  annualReturn: 0.06,
  annualVolatility: 0.284,
  maxDrawdown: -0.4,
  daysUp: 0.53,
  autocorrelation: -0.03,
  dailyRange: 0.0185,
};

describe("senseOf", () => {
  it("reads the figures off the brief and states them", () => {
    const sense = senseOf(brief);
    expect(sense).toMatchObject({
      longest: 125,
      volatility: 0.284,
      dailyRange: 0.0185,
      turns: true,
    });
    expect(sense.basis).toMatch(/^ACME moves 28 % a year and 1\.[89] % in a day; 1000 bars/);
  });

  it("holds windows between 20 and 200 bars", () => {
    expect(senseOf({ ...brief, bars: 40 }).longest).toBe(20);
    expect(senseOf({ ...brief, bars: 5_000 }).longest).toBe(200);
    expect(windowOf(150, senseOf(brief))).toBe(125);
    expect(windowOf(100, senseOf(brief))).toBe(100);
    expect(windowOf(100, senseOf(brief), 0.5)).toBe(63);
  });

  it("says what could not be measured, and that nothing was told", () => {
    const short = senseOf({ ...brief, annualVolatility: null, autocorrelation: null });
    expect(short.basis).toContain("moves by an unknown measure");
    expect(short.turns).toBe(false);
    expect(senseOf(null).basis).toContain("tells nothing of the market");
  });
});
