import { describe, expect, it } from "vitest";
import { readClosing } from "#core/report.ts";
import { percent, points, reportOn, strayNumbers, text, type Values } from "../desk.ts";

const kind: Values = {
  "macro.sp500.level": points(6600),
  "macro.sp500.from_sma_200": percent(10),
  "macro.sp500.change_1m": percent(2),
  "macro.sp500.change_3m": percent(5),
  "macro.sp500.change_1y": percent(15),
  "macro.vix.level": points(13),
  "macro.vix.average_1y": points(16.25),
  "macro.vix.change_1m": percent(-8),
  "macro.ten_year.level": percent(4.1),
  "macro.ten_year.change_3m": points(-0.3),
  "macro.sector.fund": text("XLK"),
  "macro.sector.change_3m": percent(6),
  "macro.sector.relative_3m": percent(3.2),
};

describe("macro report", () => {
  it("is bullish in a rising, calm market with falling yields", async () => {
    const report = await reportOn("macro_analyst", kind);
    expect(report).toContain("6600.00 points, stands 10.00 % above its 200-day average");
    expect(report).toContain("the VIX is at 13.00, 20.00 % below its average of one year (16.25)");
    expect(report).toContain("has fallen by 0.30 percentage points over three months, which lifts");
    expect(report).toContain("ACME leads its peers, 3.20 percentage points ahead of XLK");
    expect(report).toContain("the S&P 500 below its 200-day average, about 6000.00 points");
    expect(readClosing(report).stance).toBe("bullish");
    expect(strayNumbers(report, kind, [20, 6000])).toEqual([]);
  });

  it("is bearish in a falling, nervous market with rising yields", async () => {
    const report = await reportOn("macro_analyst", {
      ...kind,
      "macro.sp500.from_sma_200": percent(-6),
      "macro.sp500.change_3m": percent(-9),
      "macro.vix.level": points(32.5),
      "macro.vix.change_1m": percent(60),
      "macro.ten_year.change_3m": points(0.4),
      "macro.sector.change_3m": percent(-8),
      "macro.sector.relative_3m": percent(-3.2),
    });
    expect(report).toContain("stands 6.00 % below its 200-day average");
    expect(report).toContain(
      "100.00 % above its average of one year (16.25), and has risen 60.00 %",
    );
    expect(report).toContain("has risen by 0.40 percentage points");
    expect(report).toContain("its fund XLK has lost 8.00 % over three months");
    expect(report).toContain("ACME trails its peers, 3.20 percentage points behind XLK");
    expect(readClosing(report).stance).toBe("bearish");
  });

  it("takes no view of what does not move with the stock market", async () => {
    for (const symbol of ["EURUSD=X", "GC=F", "^TNX", "^IRX", "^VIX"]) {
      const report = await reportOn("macro_analyst", kind, symbol);
      expect(report).toContain(`there is no view to take of ${symbol} here`);
      expect(report).toContain("to which the stock market is no backdrop");
      expect(report).not.toContain("6600.00");
      expect(readClosing(report)).toMatchObject({ stance: "neutral", confidence: 0 });
    }
  });

  it("does not count the trend of the S&P 500 for the S&P 500 itself", async () => {
    const report = await reportOn("macro_analyst", kind, "^GSPC");
    expect(report).not.toContain("200-day average");
    expect(report).toContain("Investors are very calm");
    expect(await reportOn("macro_analyst", kind, "^N225")).toContain("The tide is with stocks");
  });

  it("says of a crypto-currency that the backdrop is that of risk assets", async () => {
    const report = await reportOn("macro_analyst", kind, "BTC-USD");
    expect(report).toContain("the backdrop for risk assets");
  });

  it("says each verb once", async () => {
    const report = await reportOn("macro_analyst", {
      ...kind,
      "macro.sector.change_1y": percent(20.86),
    });
    expect(report).toContain("XLK has gained 6.00 % over three months and 20.86 % over one year");
  });

  it("names no level of the VIX as a change that it is on already", async () => {
    const neutral = {
      "macro.vix.level": points(16.23),
      "macro.vix.average_1y": points(15.21),
      "macro.vix.change_1m": percent(0),
    };
    expect(await reportOn("macro_analyst", neutral)).toContain("a VIX below its average of 15.21");
  });
});
