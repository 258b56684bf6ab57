import { describe, expect, it } from "vitest";
import { statementKinds, statementLines } from "#core/statement.ts";
import { yahooOverStub } from "../../../helpers/yahoo-market.ts";

const query = { symbol: "AAPL", asOf: "2025-03-03", kind: "balance", period: "quarterly" } as const;

function line(type: string, ...values: [string, unknown, string?][]) {
  return {
    meta: { symbol: ["AAPL"], type: [type] },
    timestamp: values.map(([day]) => Date.parse(day) / 1_000),
    [type]: values.map(([asOfDate, raw, currencyCode]) => ({
      asOfDate,
      currencyCode,
      reportedValue: { raw },
    })),
  };
}

async function statementsOf(result: readonly unknown[]) {
  const { market, stub } = await yahooOverStub();
  stub.fail({ body: { timeseries: { result, error: null } } }, { on: "timeseries" });
  return market.statements(query);
}

describe("a statement", () => {
  it.each(statementKinds)("of kind %s has a value of each line that Yahoo files", async (kind) => {
    const { market } = await yahooOverStub();
    const [newest] = await market.statements({ ...query, kind });
    expect(newest).toMatchObject({ kind, currency: "USD", periodEnd: "2024-12-31" });
    expect(Object.keys(newest?.lines ?? {})).toEqual([...statementLines[kind]]);
    expect(Object.values(newest?.lines ?? {})).not.toContain(null);
  });

  it("has a value of zero as zero, and an absent one as null", async () => {
    const [statement] = await statementsOf([
      line("quarterlyInventory", ["2024-12-31", 0, "USD"]),
      line("quarterlyTotalDebt", ["2024-12-31", null]),
    ]);
    expect(statement?.lines).toMatchObject({ inventory: 0, totalDebt: null, totalAssets: null });
  });

  it("has the currency that the company reports in", async () => {
    const [statement] = await statementsOf([
      line("quarterlyTotalAssets", ["2024-12-31", 5, "TWD"]),
    ]);
    expect(statement?.currency).toBe("TWD");
  });

  it("joins lines by the end of their period, newest first", async () => {
    const statements = await statementsOf([
      line("quarterlyTotalAssets", ["2024-09-30", 4], ["2024-12-31", 5]),
      line("quarterlyTotalLiabilitiesNetMinorityInterest", ["2024-12-31", 3]),
      line("quarterlyCashCashEquivalentsAndShortTermInvestments", ["2024-09-30", 2]),
      { meta: { symbol: ["AAPL"], type: ["quarterlyNetDebt"] } },
    ]);
    expect(statements).toMatchObject([
      {
        periodEnd: "2024-12-31",
        lines: { totalAssets: 5, totalLiabilities: 3, cashAndShortTermInvestments: null },
      },
      { periodEnd: "2024-09-30", lines: { totalAssets: 4, cashAndShortTermInvestments: 2 } },
    ]);
  });

  it("passes over gaps and lines that were not asked for", async () => {
    const statements = await statementsOf([
      {
        meta: { type: ["quarterlyTotalAssets"] },
        quarterlyTotalAssets: [null, { asOfDate: "2024-12-31", reportedValue: { raw: 5 } }],
      },
      line("quarterlyGoodwill", ["2024-06-30", 9]),
    ]);
    expect(statements.map(({ periodEnd }) => periodEnd)).toEqual(["2024-12-31"]);
  });

  it.each([
    ["AAPL", "annual", "2023-12-31", "2024-03-30"],
    ["AAPL", "quarterly", "2024-09-30", "2024-11-14"],
    // Yahoo's year ends with December here: its last quarter is told with the year.
    ["AAPL", "quarterly", "2023-12-31", "2024-03-30"],
    ["SAP.DE", "annual", "2023-12-31", "2024-04-29"],
    ["SAP.DE", "quarterly", "2024-09-30", "2024-12-29"],
  ] as const)(
    "(%s, %s, to %s) is public when its filing was due",
    async (symbol, period, periodEnd, day) => {
      const { market } = await yahooOverStub();
      const filed = await market.statements({ ...query, symbol, period });
      expect(filed.find((one) => one.periodEnd === periodEnd)).toMatchObject({
        availableAt: `${day}T00:00:00.000Z`,
        dateAssumed: true,
      });
    },
  );

  it("is public at the latest now, since Yahoo tells of it", async () => {
    const { market } = await yahooOverStub();
    const [newest] = await market.statements({ ...query, period: "annual" });
    expect(newest).toMatchObject({
      periodEnd: "2024-12-31",
      availableAt: "2025-03-03T18:00:00.000Z",
      dateAssumed: false,
    });
  });

  it("is stated later where it is asked for as of a past day", async () => {
    const { market } = await yahooOverStub();
    const [now] = await market.statements({ ...query, period: "annual" });
    const [then] = await market.statements({ ...query, asOf: "2024-06-28", period: "annual" });
    expect([now?.statedLater, then?.statedLater]).toEqual([false, true]);
  });

  it("is asked for over five years to the end of the day, its own lines alone", async () => {
    const { market, stub } = await yahooOverStub();
    const statements = await market.statements({ ...query, kind: "cashflow", period: "annual" });
    const asked = new URL(stub.requests[0] ?? "", stub.url).searchParams;
    expect(asked.get("period1")).toBe(String(Date.parse("2020-02-28") / 1_000));
    expect(asked.get("period2")).toBe(String(Date.parse("2025-03-04") / 1_000));
    expect(asked.get("type")).toBe(
      "annualOperatingCashFlow,annualCapitalExpenditure,annualFreeCashFlow,annualRepurchaseOfCapitalStock,annualCashDividendsPaid,annualStockBasedCompensation",
    );
    expect(statements).toHaveLength(5);
  });

  it("is none where the instrument or the symbol files none", async () => {
    const { market } = await yahooOverStub();
    for (const symbol of ["^GSPC", "BTC-USD", "EURUSD=X", "ADH"]) {
      expect(await market.statements({ ...query, symbol })).toEqual([]);
    }
  });

  it("of a form that is not known is a bad_response, which says where", async () => {
    const result = [{ meta: { type: ["quarterlyNetDebt"] }, quarterlyNetDebt: "much" }];
    await expect(statementsOf(result)).rejects.toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("0.points"),
    });
  });
});
