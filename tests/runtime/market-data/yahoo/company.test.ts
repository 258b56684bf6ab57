import { describe, expect, it } from "vitest";
import { yahooOverStub } from "../../../helpers/yahoo-market.ts";

const query = { symbol: "AAPL", asOf: "2025-03-03" };

async function companyOf(summary: Record<string, unknown>) {
  const { market, stub } = await yahooOverStub();
  stub.fail({ body: { quoteSummary: { result: [summary], error: null } } }, { on: "summary" });
  return market.company(query);
}

describe("a company", () => {
  it("takes one request, and two for the session", async () => {
    const { market, stub } = await yahooOverStub();
    await market.company(query);
    expect(stub.counts).toMatchObject({ page: 1, crumb: 1, summary: 1, quote: 0 });
  });

  it("has its profile, currencies and the time they were true", async () => {
    const { market } = await yahooOverStub();
    expect(await market.company(query)).toMatchObject({
      symbol: "AAPL",
      currency: "USD",
      financialCurrency: "USD",
      profile: {
        name: "AAPL Invented Incorporated",
        sector: "Technology",
        industry: "Invented Hardware",
        country: "United States",
        employees: 4_200,
      },
      withheld: [],
      availableAt: "2025-03-03T18:00:00.000Z",
      source: "yahoo",
    });
  });

  it("has statistics as fractions and plain multiples, debt to equity as a ratio", async () => {
    const { market } = await yahooOverStub();
    expect((await market.company(query)).statistics).toMatchObject({
      trailingPE: 24.5,
      dividendYield: 0.0125,
      profitMargin: 0.21,
      revenueGrowth: 0.08,
      heldByInstitutions: 0.61,
      debtToEquity: 0.625,
      recommendationMean: 2.1,
    });
  });

  it("has null for a statistic that is absent or infinite", async () => {
    const { market } = await yahooOverStub();
    const { statistics } = await market.company(query);
    expect(statistics).toMatchObject({ forwardPE: null, pegRatio: null });
  });

  it("has earnings newest first, each public from its call where known, else when due", async () => {
    const { market } = await yahooOverStub();
    const { earnings } = await market.company(query);
    expect(earnings).toHaveLength(4);
    expect(earnings[0]).toEqual({
      quarterEnd: "2025-01-21",
      epsActual: 1.09,
      epsEstimate: 1.04,
      surprise: 0.05,
      availableAt: "2025-02-19T21:00:00.000Z",
    });
    expect(earnings[1]).toMatchObject({
      quarterEnd: "2024-10-22",
      availableAt: "2024-12-06T00:00:00.000Z",
    });
    expect(earnings[3]?.surprise).toBeNull();
  });

  it("has the next earnings and the last ex-dividend day", async () => {
    const { market } = await yahooOverStub();
    expect((await market.company(query)).calendar).toEqual({
      nextEarnings: "2025-03-25",
      exDividend: "2025-02-22",
      epsEstimate: 1.17,
      revenueEstimate: 26_500_000_000,
    });
  });

  it("does not take a day of earnings that has passed for the next one", async () => {
    const earningsDate = [Date.parse("2025-01-30T21:00Z") / 1_000];
    const company = await companyOf({
      price: { regularMarketPrice: 5 },
      calendarEvents: { earnings: { earningsDate } },
    });
    expect(company.calendar).toMatchObject({ nextEarnings: null, exDividend: null });
  });

  it("counts opinions by months ago, and leaves out a month with a gap", async () => {
    const month = { strongBuy: 1, buy: 2, hold: 3, sell: 4, strongSell: 5 };
    const company = await companyOf({
      price: { regularMarketPrice: 5 },
      recommendationTrend: {
        trend: [
          { period: "0m", ...month },
          { period: "-1m", ...month, hold: null },
          { period: "-2m", ...month },
        ],
      },
    });
    expect(company.recommendations).toEqual([
      { monthsAgo: 0, ...month },
      { monthsAgo: 2, ...month },
    ]);
  });

  it("has rating changes newest first, in plain words", async () => {
    const { market } = await yahooOverStub();
    const { ratingChanges } = await market.company(query);
    expect(ratingChanges).toEqual([
      {
        date: "2025-03-01",
        firm: "New Broker",
        from: "Hold",
        to: "Buy",
        action: "upgrade",
        availableAt: "2025-03-01T13:53:20.000Z",
      },
      expect.objectContaining({ firm: "First Broker", from: null, action: "initiated" }),
      expect.objectContaining({ firm: "Old Broker", action: "downgrade" }),
    ]);
  });

  it("tells insiders' purchases and sales from gifts and from what is not explained", async () => {
    const { market } = await yahooOverStub();
    const { insiderTransactions } = await market.company(query);
    expect(
      insiderTransactions.map(({ name, kind, shares, value, text }) => [
        name,
        kind,
        shares,
        value,
        text,
      ]),
    ).toEqual([
      ["ROE RICHARD", "buy", 1_200, 120_000, "Purchase at price 99.00 per share."],
      ["POE EDGAR", "other", 300, null, "Stock Gift at price 0.00 per share."],
      ["LOW SAM", "other", 40, 4_000, null],
      ["DOE JANE", "sell", 5_000, 500_000, "Sale at price 101.10 - 102.40 per share."],
    ]);
    expect(insiderTransactions[0]).toMatchObject({
      date: "2025-02-19",
      availableAt: "2025-02-24T00:00:00.000Z",
    });
  });

  it("has only what an index has", async () => {
    const { market } = await yahooOverStub();
    const index = await market.company({ ...query, symbol: "^GSPC" });
    expect(index).toMatchObject({
      profile: { name: "^GSPC Invented Incorporated", sector: null, employees: null },
      statistics: { marketCap: null, totalDebt: null },
      financialCurrency: null,
      earnings: [],
      calendar: null,
      recommendations: [],
      ratingChanges: [],
      insiderTransactions: [],
    });
  });

  it("survives modules that are null, of another kind, or hold strange entries", async () => {
    const company = await companyOf({
      price: { regularMarketPrice: 5, currency: "EUR" },
      assetProfile: null,
      financialData: "none",
      earningsHistory: { history: null },
      insiderTransactions: { transactions: ["?", null, { filerName: "NO DATE" }] },
      upgradeDowngradeHistory: { history: [{ firm: "No Time" }] },
      calendarEvents: { earnings: { earningsDate: null }, exDividendDate: {} },
    });
    expect(company).toMatchObject({
      currency: "EUR",
      profile: null,
      statistics: null,
      earnings: [],
      calendar: { nextEarnings: null, exDividend: null, epsEstimate: null, revenueEstimate: null },
      ratingChanges: [],
      insiderTransactions: [],
    });
  });
});
