import { describe, expect, it } from "vitest";
import { readClosing } from "#core/report.ts";
import { multiple, percent, reportOn, strayNumbers, text, usd, type Values } from "../desk.ts";

const YEAR = "2025-12-31";
const YEAR_BEFORE = "2024-12-31";

const growing: Values = {
  "stats.trailing_pe": multiple(18),
  "stats.forward_pe": multiple(15),
  "stats.peg_ratio": multiple(0.9),
  "stats.market_cap": usd(200e9),
  "stats.free_cash_flow": usd(13e9),
  "stats.operating_margin": percent(30),
  "stats.return_on_equity": percent(35),
  "income.annual.0.total_revenue": usd(60e9, YEAR),
  "income.annual.1.total_revenue": usd(50e9, YEAR_BEFORE),
  "income.annual.0.net_income": usd(12e9, YEAR),
  "income.annual.1.net_income": usd(9e9, YEAR_BEFORE),
  "income.annual.0.operating_income": usd(15e9, YEAR),
  "income.annual.0.interest_expense": usd(1e9, YEAR),
  "income.quarterly.0.total_revenue": usd(17e9, "2026-09-30"),
  "income.quarterly.3.total_revenue": usd(16e9, "2025-12-31"),
  "income.quarterly.4.total_revenue": usd(15e9, "2025-09-30"),
  "balance.quarterly.0.total_debt": usd(5e9, "2026-09-30"),
  "balance.quarterly.0.cash_and_short_term_investments": usd(8e9, "2026-09-30"),
  "balance.quarterly.0.current_assets": usd(30e9, "2026-09-30"),
  "balance.quarterly.0.current_liabilities": usd(15e9, "2026-09-30"),
  "cashflow.annual.0.free_cash_flow": usd(12e9, YEAR),
  "cashflow.annual.1.free_cash_flow": usd(10e9, YEAR_BEFORE),
  "cashflow.annual.0.repurchase_of_capital_stock": usd(-4e9, YEAR),
  "cashflow.annual.0.cash_dividends_paid": usd(-2e9, YEAR),
  "earnings.0.surprise": percent(4),
  "earnings.1.surprise": percent(2),
  "earnings.2.surprise": percent(-1),
  "earnings.3.surprise": percent(3),
};

describe("fundamentals report", () => {
  it("reads a growing, sound and cheap company as bullish", async () => {
    const report = await reportOn("fundamentals_analyst", growing);
    expect(report).toContain("Revenue grew 20.00 % to 60.00B USD in the year to 2025-12-31");
    expect(report).toContain(
      "13.33 % above the year-ago quarter (15.00B USD), a slower rise than the last full year's",
    );
    expect(report).toContain("its net margin is 20.00 %, up from 18.00 % a year before");
    expect(report).toContain("Cash of 8.00B USD covers all debt (5.00B USD) and leaves 3.00B USD");
    expect(report).toContain("three of the last four quarters; the newest beat them by 4.00 %");
    expect(report).toContain("revenue of the next quarter below 16.00B USD");
    expect(readClosing(report).stance).toBe("bullish");
  });

  it("reads a shrinking, indebted and dear company as bearish", async () => {
    const values: Values = {
      ...growing,
      "stats.trailing_pe": multiple(40),
      "stats.forward_pe": multiple(50),
      "stats.peg_ratio": multiple(3),
      "stats.return_on_equity": percent(-5),
      "income.annual.0.total_revenue": usd(40e9, YEAR),
      "income.annual.0.net_income": usd(-2e9, YEAR),
      "income.quarterly.0.total_revenue": usd(9e9, "2026-09-30"),
      "balance.quarterly.0.total_debt": usd(50e9, "2026-09-30"),
      "cashflow.annual.0.free_cash_flow": usd(-1e9, YEAR),
      "earnings.0.surprise": percent(-6),
    };
    const report = await reportOn("fundamentals_analyst", values);
    expect(report).toContain("expect earnings to shrink by 20.00 %");
    expect(report).toContain("Revenue shrank 20.00 % to 40.00B USD");
    expect(report).toContain("from a profit of 9.00B USD to a loss of 2.00B USD");
    expect(report).toContain("Debt of 50.00B USD exceeds cash of 8.00B USD by 42.00B USD");
    expect(report).toContain("used up 1.00B USD of cash");
    expect(report).toContain("the newest missed them by 6.00 %");
    expect(readClosing(report).stance).toBe("bearish");
  });

  it("states no figure that is neither a fact nor arithmetic on facts", async () => {
    const derived = [20, 6.5, (12 / 9 - 1) * 100, (17 / 15 - 1) * 100, 18, 3e9, 2, 15, 100];
    const report = await reportOn("fundamentals_analyst", growing);
    expect(strayNumbers(report, growing, derived)).toEqual([]);
  });

  it("words the quarter's pace by the signs of quarter and year", async () => {
    const words = async (year: number, quarter: number) => {
      const report = await reportOn("fundamentals_analyst", {
        ...growing,
        "income.annual.0.total_revenue": usd((1 + year) * 50e9, YEAR),
        "income.quarterly.0.total_revenue": usd((1 + quarter) * 15e9, "2026-09-30"),
      });
      return /year-ago quarter \(15\.00B USD\)(?:, )?([^.]*)\./.exec(report)?.[1];
    };
    expect(await words(0.1, 0.2)).toBe("a faster rise than the last full year's");
    expect(await words(0.2, 0.1)).toBe("a slower rise than the last full year's");
    expect(await words(-0.112, -0.1466)).toBe("a faster fall than the last full year's");
    expect(await words(-0.2, -0.1)).toBe("a slower fall than the last full year's");
    expect(await words(0.1, -0.1)).toBe("where the last full year still grew");
    expect(await words(-0.1, 0.1)).toBe("where the last full year still shrank");
    expect(await words(0.1, 0.102)).toBe("");
  });

  it("speaks of the only quarter known as one", async () => {
    const report = await reportOn("fundamentals_analyst", {
      "earnings.0.surprise": percent(-1.09),
    });
    expect(report).toContain("Earnings of the only quarter known missed the estimates by 1.09 %.");
  });

  it("compares no quarters that do not lie a year apart", async () => {
    const values = { ...growing, "income.quarterly.4.total_revenue": usd(15e9, "2026-06-30") };
    const report = await reportOn("fundamentals_analyst", values);
    expect(report).not.toContain("year-ago quarter (");
  });

  it("sets no amount against one in another currency", async () => {
    const inEuro = { value: 13e9, unit: "currency", currency: "EUR" } as const;
    const report = await reportOn("fundamentals_analyst", {
      ...growing,
      "stats.free_cash_flow": inEuro,
    });
    expect(report).not.toContain("of the market value");
  });

  it("says once of a fund what it goes without", async () => {
    const values = { "quote.type": text("fund"), "quote.price": usd(500) };
    const report = await reportOn("fundamentals_analyst", values, "QQQ");
    expect(report).toContain("QQQ is a fund and not a company's stock");
    expect(report).not.toContain("Not known");
    expect(readClosing(report)).toMatchObject({ stance: "neutral", confidence: 0 });
  });
});
