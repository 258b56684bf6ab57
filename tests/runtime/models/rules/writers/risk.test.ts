import { describe, expect, it } from "vitest";
import { readClosing } from "#core/report.ts";
import {
  day,
  days,
  multiple,
  percent,
  points,
  reportOn,
  strayNumbers,
  unknown,
  usd,
  type Values,
} from "../desk.ts";

const calm: Values = {
  "risk.volatility_1y": percent(16),
  "risk.volatility_30d": percent(12),
  "risk.value_at_risk_95": percent(1.5),
  "risk.expected_shortfall_95": percent(2.1),
  "risk.drawdown": percent(-2),
  "risk.drawdown_days": days(1),
  "risk.max_drawdown_1y": percent(-9),
  "risk.beta_1y": multiple(0.7),
  "risk.correlation_1y": points(0.5),
  atr_14: usd(1.2),
  "price.close": usd(100),
  "price.support_20": usd(95),
  "calendar.next_earnings": day("2027-01-20"),
  "calendar.days_to_earnings": days(61),
};

describe("risk report", () => {
  it("is bullish on a calm holding", async () => {
    const report = await reportOn("risk_analyst", calm);
    expect(report).toContain("the risk in ACME is modest");
    expect(report).toContain("The last 30 days, at 12.00 %, were calmer than the year");
    expect(report).toContain("2.00 % below its highest close of the year, of 1 day ago");
    expect(report).toContain("two such days, 2.40 USD");
    expect(report).toContain("a close below 95.00 USD");
    expect(readClosing(report).stance).toBe("bullish");
    expect(strayNumbers(report, calm, [1.2, 2.4])).toEqual([]);
  });

  it("is bearish on a wild one just before its earnings", async () => {
    const report = await reportOn("risk_analyst", {
      ...calm,
      "risk.volatility_1y": percent(65),
      "risk.volatility_30d": percent(90),
      "risk.value_at_risk_95": percent(6),
      "risk.drawdown": percent(-45),
      "risk.max_drawdown_1y": percent(-45),
      "risk.beta_1y": multiple(2.1),
      "calendar.days_to_earnings": days(3),
    });
    expect(report).toContain("the risk in ACME is high");
    expect(report).toContain("were rougher than the year");
    expect(report).toContain("its deepest fall in that time");
    expect(report).toContain("in 3 days: a gap past any stop is possible");
    expect(readClosing(report).stance).toBe("bearish");
  });

  it("writes beta and correlation without the sign of a multiple", async () => {
    const report = await reportOn("risk_analyst", calm);
    expect(report).toContain("With a beta of 0.70, it moves less than the market.");
    expect(report).toContain("correlation with the S&P 500 is 0.50: part of its risk is its own");
  });

  it("reads nothing into a beta near zero or with hardly any correlation", async () => {
    for (const [beta, tie] of [
      [-0.04, -0.0752],
      [0.1, 0.5],
      [1.6, 0.15],
      [-0.9, -0.2],
    ] as const) {
      const report = await reportOn("risk_analyst", {
        ...calm,
        "risk.beta_1y": multiple(beta),
        "risk.correlation_1y": points(tie),
      });
      expect(report).toContain("it goes its own way rather than the market's");
    }
  });

  it("draws nothing from a year that the history does not cover, and says so once", async () => {
    const short = unknown("the history covers 40 days of the year");
    const report = await reportOn("risk_analyst", {
      ...calm,
      "risk.volatility_1y": short,
      "risk.volatility_30d": short,
      "risk.max_drawdown_1y": short,
      "risk.beta_1y": short,
      "risk.correlation_1y": short,
    });
    expect(report).not.toContain("below its highest close");
    expect(report).not.toMatch(/\*\*(?:Drawdown|In a portfolio|Volatility)\.\*\*/);
    expect(report.match(/the history covers/g)).toHaveLength(1);
  });

  it("names no condition that holds already", async () => {
    const rough = { ...calm, "risk.volatility_30d": percent(17) };
    expect(await reportOn("risk_analyst", rough)).toContain("staying above the year's 16.00 %");
    expect(await reportOn("risk_analyst", calm)).toContain("30 days above the year's 16.00 %");
  });

  it("measures the index against nothing", async () => {
    expect(await reportOn("risk_analyst", calm, "^GSPC")).not.toContain("With a beta");
  });
});
