import { describe, expect, it } from "vitest";
import { addDays } from "#core/day.ts";
import {
  type Statement,
  type StatementKind,
  type StatementPeriod,
  statementKinds,
  statementPeriods,
} from "#core/statement.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";

const asOf = "2025-06-30";
const STOCKS = "AAPL MSFT TSLA NVDA KO BRK-B ZZZZ".split(" ");
const demo = createDemoMarketData();

function filed(symbol: string, kind: StatementKind, period: StatementPeriod, until = asOf) {
  return demo.statements({ symbol, asOf: until, kind, period });
}
function lineOf(statement: Statement | undefined, name: string): number {
  const value = statement?.lines[name];
  if (typeof value !== "number") throw new Error(`no ${name}`);
  return value;
}

describe("statements of the demo market", () => {
  it("say this of 2023, on every machine", async () => {
    const [year] = await filed("AAPL", "income", "annual", "2024-01-31");
    expect(year).toMatchObject({
      periodEnd: "2023-12-31",
      availableAt: "2024-01-24T21:00:00.000Z",
      lines: {
        totalRevenue: 43294171293,
        costOfRevenue: 18831956789,
        grossProfit: 24462214504,
        operatingIncome: 12514435004,
        netIncome: 9799877800,
        dilutedEPS: 11.08,
        interestExpense: 109526396,
        EBITDA: 13604920448,
      },
    });
  });

  it("are four years and five quarters, every line known", async () => {
    for (const kind of statementKinds) {
      const years = await filed("AAPL", kind, "annual");
      const quarters = await filed("AAPL", kind, "quarterly");
      expect(years.map(({ periodEnd }) => periodEnd)).toEqual([
        "2024-12-31",
        "2023-12-31",
        "2022-12-31",
        "2021-12-31",
      ]);
      expect(quarters.map(({ periodEnd }) => periodEnd)).toEqual([
        "2025-03-31",
        "2024-12-31",
        "2024-09-30",
        "2024-06-30",
        "2024-03-31",
      ]);
      for (const { lines } of [...years, ...quarters]) {
        expect(Object.values(lines).every((value) => Number.isFinite(value))).toBe(true);
      }
    }
  });

  it("are public some weeks after the period's end, and never after the day asked for", async () => {
    for (const until of ["2024-12-31", "2025-01-20", "2025-02-15", "2025-03-31"]) {
      for (const period of statementPeriods) {
        for (const { periodEnd, availableAt } of await filed("AAPL", "income", period, until)) {
          const published = availableAt.slice(0, 10);
          expect(published >= addDays(periodEnd, 22)).toBe(true);
          expect(published <= addDays(periodEnd, 46)).toBe(true);
          expect(published <= until).toBe(true);
        }
      }
    }
  });

  it("stay as they were filed", async () => {
    for (const kind of statementKinds) {
      const then = await filed("AAPL", kind, "annual", "2023-06-30");
      const later = await filed("AAPL", kind, "annual", "2024-06-30");
      expect(later.slice(1)).toEqual(then.slice(0, 3));
    }
  });

  it("make a year the sum of its quarters", async () => {
    const flows = { income: true, cashflow: true, balance: false };
    for (const [kind, sums] of Object.entries(flows) as [StatementKind, boolean][]) {
      const [year] = await filed("AAPL", kind, "annual", "2025-03-15");
      const quarters = (await filed("AAPL", kind, "quarterly", "2025-03-15")).slice(0, 4);
      for (const name of Object.keys(year?.lines ?? {})) {
        const total = quarters.reduce((sum, quarter) => sum + lineOf(quarter, name), 0);
        expect(lineOf(year, name)).toBeCloseTo(sums ? total : lineOf(quarters[0], name), 2);
      }
    }
  });

  it("balance, and add up from line to line", async () => {
    for (const symbol of STOCKS) {
      for (const period of statementPeriods) {
        const incomes = await filed(symbol, "income", period);
        const balances = await filed(symbol, "balance", period);
        const flows = await filed(symbol, "cashflow", period);
        for (const [at, income] of incomes.entries()) {
          const balance = balances[at];
          const flow = flows[at];
          expect(lineOf(income, "grossProfit")).toBe(
            lineOf(income, "totalRevenue") - lineOf(income, "costOfRevenue"),
          );
          expect(lineOf(balance, "totalAssets")).toBe(
            lineOf(balance, "totalLiabilities") + lineOf(balance, "stockholdersEquity"),
          );
          expect(lineOf(balance, "netDebt")).toBe(
            lineOf(balance, "totalDebt") - lineOf(balance, "cashAndShortTermInvestments"),
          );
          expect(lineOf(balance, "cashAndShortTermInvestments")).toBeGreaterThan(0);
          expect(lineOf(flow, "capitalExpenditure")).toBeLessThan(0);
          expect(lineOf(flow, "freeCashFlow")).toBe(
            lineOf(flow, "operatingCashFlow") + lineOf(flow, "capitalExpenditure"),
          );
        }
      }
    }
  });

  it("explain the change of cash by cash flow and debt, and of equity by what was earned", async () => {
    for (const symbol of STOCKS) {
      const [income] = await filed(symbol, "income", "quarterly");
      const [balance, before] = await filed(symbol, "balance", "quarterly");
      const [flow] = await filed(symbol, "cashflow", "quarterly");
      const change = (name: string) => lineOf(balance, name) - lineOf(before, name);
      const paidOut = lineOf(flow, "repurchaseOfCapitalStock") + lineOf(flow, "cashDividendsPaid");
      expect(change("cashAndShortTermInvestments")).toBe(
        lineOf(flow, "freeCashFlow") + paidOut + change("totalDebt"),
      );
      expect(change("stockholdersEquity")).toBe(
        lineOf(income, "netIncome") + lineOf(flow, "stockBasedCompensation") + paidOut,
      );
    }
  });

  it("are none for what is no company", async () => {
    for (const symbol of ["^GSPC", "EURUSD=X", "BTC-USD", "GC=F", "XLK"]) {
      expect(await filed(symbol, "balance", "quarterly")).toEqual([]);
    }
  });

  it("are none before the first report in 2010", async () => {
    expect(await filed("AAPL", "income", "quarterly", "2010-03-31")).toEqual([]);
    await expect(filed("AAPL", "income", "quarterly", "2009-03-31")).rejects.toMatchObject({
      code: "not_available_then",
    });
  });
});
