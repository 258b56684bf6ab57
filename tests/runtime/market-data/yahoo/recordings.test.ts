import { describe, expect, it } from "vitest";
import { splitJumps } from "#core/split-jumps.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { NOW, yahooOverStub } from "../../../helpers/yahoo-market.ts";
import { recordedAnswer, recordingsExist } from "../../../helpers/yahoo-recordings.ts";

const title = recordingsExist
  ? "Yahoo's recorded answers"
  : "Yahoo's recorded answers (skipped: ../shared/data/yahoo is not there)";

const asOf = "2025-03-03";

async function recorded() {
  return (await yahooOverStub({ answer: recordedAnswer })).market;
}

describe.skipIf(!recordingsExist)(title, () => {
  it("give the share's bars, in the exchange's days", async () => {
    const market = await recorded();
    const query = { symbol: "AAPL", from: "2020-08-31", asOf: "2020-11-06" };
    const history = await market.history(query);
    expect(history).toMatchObject({
      currency: "USD",
      timeZone: "America/New_York",
      droppedBars: 0,
    });
    expect(history.candles).toHaveLength(49);
    expect(history.candles[0]).toMatchObject({ date: "2020-08-31", close: 129.0399932861328 });
    expect(history.candles.at(-1)?.date).toBe("2020-11-06");
  });

  it("give a split, which the boundary in time undoes before its day", async () => {
    const market = await recorded();
    const query = { symbol: "NVDA", from: "2021-02-01" };
    const told = await market.history({ ...query, asOf: "2021-07-19" });
    expect(told).toMatchObject({
      closesAt: "16:00",
      splits: [{ date: "2021-07-20", ratio: 4 }],
    });
    const bounded = asOfBoundary(market, { now: () => NOW });
    const then = await bounded.history({ ...query, asOf: "2021-07-19" });
    expect(then.splits).toEqual([]);
    const [scaled, last] = [told.candles.at(-1), then.candles.at(-1)];
    expect(last?.close).toBeCloseTo(4 * (scaled?.close ?? 0), 6);
    expect(last?.adjustedClose).toBeCloseTo(last?.close ?? 0, 6);
    expect(last?.volume).toBe((scaled?.volume ?? 0) / 4);
    const after = await bounded.history({ ...query, asOf: "2021-07-20" });
    expect(after.splits).toHaveLength(1);
    expect(after.candles.at(-2)?.close).toBeCloseTo(scaled?.close ?? 0, 6);
  });

  it("give no history with a jump by the factor of a split", async () => {
    const market = await recorded();
    for (const [symbol, from, asOf, bars] of [
      ["AAPL", "2020-08-31", "2020-11-06", 49],
      ["MSFT", "2021-02-01", "2022-01-31", 252],
      ["NVDA", "2021-02-01", "2022-01-31", 252],
      ["TSLA", "2010-06-29", "2023-08-11", 3_303],
    ] as const) {
      const history = await market.history({ symbol, from, asOf });
      expect(history.candles).toHaveLength(bars);
      expect(splitJumps(history)).toEqual([]);
    }
  });

  it("give the coin's and the fund's bars", async () => {
    const market = await recorded();
    const query = { from: "2020-01-01", asOf: "2020-01-03" };
    const coin = await market.history({ ...query, symbol: "BTC-USD" });
    expect(coin.timeZone).toBe("UTC");
    expect(coin.candles.map(({ date }) => date)).toEqual([
      "2020-01-01",
      "2020-01-02",
      "2020-01-03",
    ]);
    const fund = await market.history({ ...query, symbol: "QQQ" });
    expect(fund.candles.map(({ date }) => date)).toEqual(["2020-01-02"]);
  });

  it("give quotes of a share, a fund and a coin", async () => {
    const market = await recorded();
    expect(await market.quote({ symbol: "AAPL", asOf })).toMatchObject({
      name: "Apple Inc.",
      type: "equity",
      exchange: "NasdaqGS",
      price: 244.6,
      previousClose: 241.53,
      averageVolume3Months: 50_443_058,
      time: "2025-02-14T21:00:00.000Z",
    });
    expect(await market.quote({ symbol: "QQQ", asOf })).toMatchObject({ type: "fund" });
    expect(await market.quote({ symbol: "BTC-USD", asOf })).toMatchObject({ type: "crypto" });
  });

  it("give everything of a company", async () => {
    const company = await (await recorded()).company({ symbol: "AAPL", asOf });
    expect(company).toMatchObject({
      currency: "USD",
      financialCurrency: "USD",
      profile: { name: "Apple Inc.", sector: "Technology", employees: 150_000 },
      statistics: {
        marketCap: 3_688_676_720_640,
        trailingPE: 38.91442,
        dividendYield: 0.0041,
        debtToEquity: 1.45,
        freeCashFlow: 93_833_871_360,
        analystCount: 40,
      },
      calendar: { nextEarnings: "2025-04-30", exDividend: "2025-02-10", epsEstimate: 1.61696 },
    });
    expect(company.earnings[0]).toMatchObject({
      quarterEnd: "2024-12-31",
      availableAt: "2025-01-30T22:00:00.000Z",
    });
    expect(company.earnings[3]).toEqual({
      quarterEnd: "2024-03-31",
      epsActual: 1.53,
      epsEstimate: 1.49923,
      surprise: 0.020499999,
      availableAt: "2024-05-15T00:00:00.000Z",
    });
    expect(company.recommendations.map(({ monthsAgo }) => monthsAgo)).toEqual([0, 1, 2, 3]);
    expect(company.ratingChanges).toHaveLength(968);
    expect(company.ratingChanges[0]).toMatchObject({ firm: "Citigroup", action: "maintained" });
    expect(company.insiderTransactions[0]).toMatchObject({
      date: "2025-02-03",
      kind: "sell",
      shares: 1_516,
      value: 343_147,
    });
  });

  it("give what there is of a fund and of a coin", async () => {
    const market = await recorded();
    expect(await market.company({ symbol: "QQQ", asOf })).toMatchObject({
      profile: { name: "Invesco QQQ Trust", sector: null },
      statistics: { trailingPE: 34.286358, debtToEquity: null },
      earnings: [],
      calendar: null,
    });
    expect(await market.company({ symbol: "BTC-USD", asOf })).toMatchObject({
      profile: { name: "Bitcoin USD" },
      statistics: { marketCap: 1_903_960_915_968 },
      insiderTransactions: [],
    });
  });

  it("give three years of statements, with their currency", async () => {
    const market = await recorded();
    const query = { symbol: "AAPL", asOf, period: "annual" } as const;
    const income = await market.statements({ ...query, kind: "income" });
    expect(income.map(({ periodEnd }) => periodEnd)).toEqual([
      "2024-09-30",
      "2023-09-30",
      "2022-09-30",
    ]);
    expect(income[0]).toMatchObject({ currency: "USD", lines: { netIncome: 93_736_000_000 } });
    const [balance] = await market.statements({ ...query, kind: "balance" });
    expect(Object.values(balance?.lines ?? {})).not.toContain(null);
    const [cashflow] = await market.statements({ ...query, kind: "cashflow" });
    expect(Object.values(cashflow?.lines ?? {})).not.toContain(null);
  });

  it("give no statements of a fund, a coin and a symbol that is no longer listed", async () => {
    const market = await recorded();
    for (const symbol of ["QQQ", "BTC-USD", "ADH"]) {
      const query = { symbol, asOf, kind: "income", period: "quarterly" } as const;
      expect(await market.statements(query)).toEqual([]);
    }
  });

  it("give news newest first", async () => {
    const news = await (await recorded()).news({ symbol: "AAPL", asOf });
    const times = news.map(({ publishedAt }) => publishedAt);
    expect(times.length).toBeGreaterThan(0);
    expect(times).toEqual([...times].sort().reverse());
    expect(news.every(({ url }) => url?.startsWith("https://"))).toBe(true);
  });

  it("give unknown_symbol for a symbol that is no longer listed", async () => {
    const market = await recorded();
    const unknown = { code: "unknown_symbol" };
    await expect(market.quote({ symbol: "ADH", asOf })).rejects.toMatchObject(unknown);
    await expect(market.company({ symbol: "ADH", asOf })).rejects.toMatchObject(unknown);
  });
});
