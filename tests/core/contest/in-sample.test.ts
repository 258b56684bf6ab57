import { describe, expect, it } from "vitest";
import type { Bars } from "#core/backtest/bars.ts";
import { marketBriefOf } from "#core/contest/in-sample.ts";
import { marketBriefSchema } from "#core/contest/market-brief.ts";
import { addDays } from "#core/day.ts";

function barsWith(close: readonly number[]): Bars {
  return {
    symbol: "ACME",
    dates: close.map((_, place) => addDays("2024-01-01", place)),
    open: [...close],
    high: close.map((price) => price * 1.01),
    low: close.map((price) => price * 0.99),
    close: [...close],
    volume: close.map(() => 1_000),
  };
}

describe("marketBriefOf", () => {
  it("measures what the bars show", () => {
    const brief = marketBriefOf(barsWith([100, 110, 99, 99, 120]));
    expect(brief).toMatchObject({
      symbol: "ACME",
      from: "2024-01-01",
      to: "2024-01-05",
      bars: 5,
      firstClose: 100,
      lastClose: 120,
      maxDrawdown: -0.1,
      daysUp: 0.5,
      dailyRange: 0.02,
    });
  });

  it("knows the growth of a year and how days follow on each other", () => {
    const close = Array.from({ length: 366 }, (_, day) => 100 * 2 ** (day / 365.25));
    expect(marketBriefOf(barsWith(close)).annualReturn).toBeCloseTo(1, 3);
    const zigzag = close.map((price, day) => price * (day % 2 === 0 ? 1 : 1.02));
    expect(marketBriefOf(barsWith(zigzag)).autocorrelation).toBeLessThan(-0.99);
  });

  it("gives null for what a few bars cannot tell, and stays plain data", () => {
    const brief = marketBriefOf(barsWith([100]));
    expect(brief).toMatchObject({
      annualReturn: null,
      annualVolatility: null,
      autocorrelation: null,
    });
    expect(marketBriefSchema.parse(JSON.parse(JSON.stringify(brief)))).toEqual(brief);
  });

  it("states five significant digits", () => {
    expect(marketBriefOf(barsWith([1 / 3, 20_000 / 3]))).toMatchObject({
      firstClose: 0.33333,
      lastClose: 6666.7,
    });
  });

  it("refuses to tell of no bars", () => {
    expect(() => marketBriefOf(barsWith([]))).toThrow("There are no bars of ACME");
  });
});
