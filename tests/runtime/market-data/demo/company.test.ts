import { describe, expect, it } from "vitest";
import type { Statistics } from "#core/company.ts";
import { addDays } from "#core/day.ts";
import { DeskError } from "#core/errors.ts";
import type { Statement } from "#core/statement.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";

const asOf = "2025-06-30";
const STOCKS = "AAPL MSFT TSLA NVDA KO BRK-B ZZZZ".split(" ");
const demo = createDemoMarketData();

const companyOf = (symbol: string, until = asOf) => demo.company({ symbol, asOf: until });
const quarterly = (symbol: string, kind: "income" | "balance") =>
  demo.statements({ symbol, asOf, kind, period: "quarterly" });
const lineOf = (statement: Statement | undefined, name: string) => statement?.lines[name] ?? NaN;
const sumOf = (statements: readonly Statement[], name: string) =>
  statements.reduce((sum, statement) => sum + lineOf(statement, name), 0);

async function statisticsOf(symbol: string): Promise<Statistics> {
  const { statistics } = await companyOf(symbol);
  if (statistics === null) throw new Error(`no statistics of ${symbol}`);
  return statistics;
}

describe("companies of the demo market", () => {
  it("bear names that cannot be taken for real ones", async () => {
    expect((await companyOf("AAPL")).profile?.name).toBe("AAPL (demo)");
    expect((await demo.quote({ symbol: "AAPL", asOf })).name).toBe("AAPL (demo)");
  });

  it("have statistics that follow from price and statements", async () => {
    for (const symbol of STOCKS) {
      const statistics = await statisticsOf(symbol);
      const { price, marketCap } = await demo.quote({ symbol, asOf });
      const incomes = await quarterly(symbol, "income");
      const year = incomes.slice(0, 4);
      const [balance] = await quarterly(symbol, "balance");
      const eps = sumOf(year, "dilutedEPS");
      const cap = (price ?? NaN) * lineOf(balance, "ordinarySharesNumber");

      expect(statistics.marketCap).toBe(Math.round(cap));
      expect(marketCap).toBe(statistics.marketCap);
      expect(statistics.enterpriseValue).toBe(Math.round(cap) + lineOf(balance, "netDebt"));
      expect(statistics.trailingEps).toBeCloseTo(eps, 2);
      expect(statistics.trailingPE).toBeCloseTo((price ?? NaN) / eps, 3);
      expect(statistics.priceToSales).toBeCloseTo(cap / sumOf(year, "totalRevenue"), 3);
      expect(statistics.priceToBook).toBeCloseTo(cap / lineOf(balance, "stockholdersEquity"), 3);
      expect(statistics.profitMargin).toBeCloseTo(
        sumOf(year, "netIncome") / sumOf(year, "totalRevenue"),
        3,
      );
      expect(statistics.grossMargin).toBeCloseTo(
        sumOf(year, "grossProfit") / sumOf(year, "totalRevenue"),
        3,
      );
      expect(statistics.revenueGrowth).toBeCloseTo(
        lineOf(incomes[0], "totalRevenue") / lineOf(incomes[4], "totalRevenue") - 1,
        3,
      );
      expect(statistics.totalDebt).toBe(lineOf(balance, "totalDebt"));
    }
  });

  it("are priced within reason", async () => {
    for (const symbol of STOCKS) {
      const { trailingPE, currentRatio, beta } = await statisticsOf(symbol);
      expect(trailingPE).toBeGreaterThan(5);
      expect(trailingPE).toBeLessThan(60);
      expect(currentRatio).toBeGreaterThan(0.5);
      expect(beta).toBeGreaterThan(0.6);
      expect(beta).toBeLessThan(1.6);
    }
  });

  it("have four quarters of earnings, surprises worked out from what was expected", async () => {
    const { earnings } = await companyOf("AAPL");
    expect(earnings.map(({ quarterEnd }) => quarterEnd)).toEqual([
      "2025-03-31",
      "2024-12-31",
      "2024-09-30",
      "2024-06-30",
    ]);
    for (const { epsActual, epsEstimate, surprise } of earnings) {
      const [actual, estimate] = [epsActual ?? NaN, epsEstimate ?? NaN];
      expect(surprise).toBeCloseTo((actual - estimate) / Math.abs(estimate), 3);
    }
    const [newest] = await quarterly("AAPL", "income");
    expect(earnings[0]?.epsActual).toBe(newest?.lines.dilutedEPS);
  });

  it("report next on the day on which the quarter's earnings then come out", async () => {
    const next = (await companyOf("AAPL")).calendar?.nextEarnings ?? "";
    expect(next > asOf && next <= addDays(asOf, 140)).toBe(true);
    const before = (await companyOf("AAPL", addDays(next, -1))).earnings[0];
    const after = (await companyOf("AAPL", next)).earnings[0];
    expect(before?.quarterEnd).toBe("2025-03-31");
    expect(after).toMatchObject({ quarterEnd: "2025-06-30", availableAt: `${next}T21:00:00.000Z` });
  });

  it("have four months of opinions from all their analysts", async () => {
    const { recommendations, statistics } = await companyOf("AAPL");
    expect(recommendations.map(({ monthsAgo }) => monthsAgo)).toEqual([0, 1, 2, 3]);
    for (const { strongBuy, buy, hold, sell, strongSell } of recommendations) {
      expect(strongBuy + buy + hold + sell + strongSell).toBe(statistics?.analystCount);
    }
    expect(statistics?.recommendationMean).toBeGreaterThanOrEqual(1);
    expect(statistics?.recommendationMean).toBeLessThanOrEqual(5);
  });

  it("have rating changes of a year and insider transactions of six months, newest first", async () => {
    for (const symbol of STOCKS) {
      const { ratingChanges, insiderTransactions } = await companyOf(symbol);
      for (const [list, days] of [
        [ratingChanges, 366],
        [insiderTransactions, 183],
      ] as const) {
        const dates = list.map(({ date }) => date);
        expect(dates.length).toBeGreaterThan(0);
        expect(dates).toEqual(dates.toSorted().reverse());
        expect(dates.every((date) => addDays(asOf, -days) <= date)).toBe(true);
        expect(list.every(({ availableAt }) => availableAt.slice(0, 10) <= asOf)).toBe(true);
      }
    }
  });

  it("keep their history of events as days go by", async () => {
    const then = await companyOf("AAPL", "2025-06-01");
    const later = await companyOf("AAPL", "2025-06-30");
    const kept = later.insiderTransactions.filter(({ availableAt }) => availableAt < "2025-06-02");
    const stillIn = then.insiderTransactions.filter(({ date }) => date >= addDays(asOf, -183));
    expect(kept).toEqual(stillIn);
    expect(kept.length).toBeGreaterThan(0);
  });

  it("are nothing but a price where the ticker is an index, currency, coin or future", async () => {
    for (const [symbol, type] of [
      ["^GSPC", "index"],
      ["EURUSD=X", "currency"],
      ["BTC-USD", "crypto"],
      ["GC=F", "future"],
    ] as const) {
      expect(await companyOf(symbol)).toMatchObject({
        profile: null,
        statistics: null,
        earnings: [],
        calendar: null,
        recommendations: [],
        ratingChanges: [],
        insiderTransactions: [],
      });
      expect(await demo.quote({ symbol, asOf })).toMatchObject({ type, marketCap: null });
    }
  });

  it("do not take BRK-B for a coin, nor M&M.NS for anything but a stock", async () => {
    for (const symbol of ["BRK-B", "M&M.NS"]) {
      expect(await demo.quote({ symbol, asOf })).toMatchObject({ type: "equity" });
    }
  });

  it("have no statistics until a year and a quarter were reported", async () => {
    const { statistics, earnings } = await companyOf("AAPL", "2010-12-31");
    expect(statistics).toBeNull();
    expect(earnings).toHaveLength(3);
  });

  it("do not exist before the market opens", async () => {
    await expect(companyOf("AAPL", "2009-12-31")).rejects.toThrow(DeskError);
    await expect(companyOf("AAPL", "2009-12-31")).rejects.toMatchObject({
      code: "not_available_then",
    });
  });
});

describe("quotes of the demo market", () => {
  it("have no range of 52 weeks and no average of 3 months until the market is that old", async () => {
    const young = { averageVolume3Months: null, fiftyTwoWeekHigh: null, fiftyTwoWeekLow: null };
    expect(await demo.quote({ symbol: "AAPL", asOf: "2010-02-01" })).toMatchObject(young);
    const { averageVolume3Months, fiftyTwoWeekHigh } = await demo.quote({
      symbol: "AAPL",
      asOf: "2010-06-01",
    });
    expect(averageVolume3Months).toBeGreaterThan(0);
    expect(fiftyTwoWeekHigh).toBeNull();
  });

  it("are those of the last bar by the day asked for, a Saturday's of Friday", async () => {
    const saturday = { symbol: "AAPL", asOf: "2025-06-28" };
    const { candles } = await demo.history({ ...saturday, from: "2024-06-29" });
    const [before, last] = candles.slice(-2);
    expect(await demo.quote(saturday)).toMatchObject({
      price: last?.close,
      previousClose: before?.close,
      open: last?.open,
      volume: last?.volume,
      fiftyTwoWeekHigh: Math.max(...candles.map(({ high }) => high)),
      fiftyTwoWeekLow: Math.min(...candles.map(({ low }) => low)),
      time: "2025-06-27T20:00:00.000Z",
      availableAt: "2025-06-27T20:00:00.000Z",
    });
  });
});
