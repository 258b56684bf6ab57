import { describe, expect, it } from "vitest";
import type { Candle, PriceHistory } from "#core/candle.ts";
import type { MarketData } from "#core/ports.ts";
import type { Statement } from "#core/statement.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { companyKnownAt, quoteKnownAt, stubMarket } from "./stub-market.ts";

const asOf = "2024-01-31";
const query = { symbol: "AAPL", asOf };
const IN_TIME = "2024-01-31T23:59:59.999Z";
const TOO_LATE = "2024-02-01T00:00:00.000Z";

/** The boundary as it stands late on the day itself, unless told otherwise. */
const boundary = (market: MarketData, now = "2024-01-31T23:30:00Z") =>
  asOfBoundary(market, { now: () => Date.parse(now) });

const candle = (date: string): Candle => ({
  date,
  open: 1,
  high: 1,
  low: 1,
  close: 1,
  adjustedClose: 1,
  volume: 1,
});

describe("the boundary in time", () => {
  const stubHistory = (history: Partial<PriceHistory>) =>
    stubMarket({
      history: async () => ({
        symbol: "AAPL",
        currency: "USD",
        timeZone: "America/New_York",
        closesAt: "16:00",
        candles: ["2024-01-30", "2024-01-31", "2024-02-01"].map(candle),
        splits: [],
        droppedBars: 0,
        source: "stub",
        ...history,
      }),
    });
  const daysOf = async (market: MarketData) => {
    const { candles } = await market.history({ ...query, from: "2024-01-01" });
    return candles.map(({ date }) => date);
  };

  it("lets bars through to the day itself", async () => {
    const market = boundary(stubHistory({}), "2024-06-28T18:00:00Z");
    expect(await daysOf(market)).toEqual(["2024-01-30", "2024-01-31"]);
  });

  it("holds the running day's bar back until the close", async () => {
    expect(await daysOf(boundary(stubHistory({}), "2024-01-31T20:59:59.999Z"))).toEqual([
      "2024-01-30",
    ]);
    expect(await daysOf(boundary(stubHistory({}), "2024-01-31T21:00:00.000Z"))).toEqual([
      "2024-01-30",
      "2024-01-31",
    ]);
  });

  it("undoes a split of a later day, and does not tell of it", async () => {
    const splits = [
      { date: "2024-01-31", ratio: 2 },
      { date: "2024-02-01", ratio: 4 },
    ];
    const market = boundary(stubHistory({ splits }));
    const history = await market.history({ ...query, from: "2024-01-01" });
    expect(history.splits).toEqual([{ date: "2024-01-31", ratio: 2 }]);
    expect(history.candles.map(({ close, volume }) => [close, volume])).toEqual([
      [4, 0.25],
      [4, 0.25],
    ]);
  });

  it("lets a quote through that was known by the end of the day", async () => {
    const quote = await quoteKnownAt(IN_TIME);
    const market = boundary(stubMarket({ quote: async () => quote }));
    expect(await market.quote(query)).toEqual(quote);
  });

  it("withholds a quote of a later day, and does not say of which", async () => {
    const quote = await quoteKnownAt("2026-11-21T14:30:00.000Z");
    const market = boundary(stubMarket({ quote: async () => quote }));
    await expect(market.quote(query)).rejects.toMatchObject({
      code: "not_available_then",
      message:
        "quote of AAPL is known only as of a later day; it is withheld from a run as of 2024-01-31.",
    });
  });

  it("withholds a quote whose time cannot be read", async () => {
    const quote = await quoteKnownAt("some time ago");
    const market = boundary(stubMarket({ quote: async () => quote }));
    await expect(market.quote(query)).rejects.toMatchObject({ code: "not_available_then" });
  });

  it("drops statements that were filed later", async () => {
    const filed = (availableAt: string): Statement => ({
      kind: "income",
      period: "annual",
      periodEnd: "2023-12-31",
      currency: "USD",
      lines: {},
      availableAt,
      dateAssumed: false,
      statedLater: false,
      source: "stub",
    });
    const market = boundary(
      stubMarket({ statements: async () => [filed(TOO_LATE), filed(IN_TIME)] }),
    );
    const statements = await market.statements({ ...query, kind: "income", period: "annual" });
    expect(statements).toEqual([filed(IN_TIME)]);
  });

  it("takes out of statements that are stated later what splits may have changed", async () => {
    const lines = { totalRevenue: 100, dilutedEPS: 5.13, ordinarySharesNumber: 1_000 };
    const stated = (statedLater: boolean): Statement => ({
      kind: "income",
      period: "annual",
      periodEnd: "2023-12-31",
      currency: "USD",
      lines,
      availableAt: IN_TIME,
      dateAssumed: true,
      statedLater,
      source: "stub",
    });
    const market = boundary(stubMarket({ statements: async () => [stated(true), stated(false)] }));
    const kept = await market.statements({ ...query, kind: "income", period: "annual" });
    expect(kept.map((statement) => statement.lines)).toEqual([
      { totalRevenue: 100, dilutedEPS: null, ordinarySharesNumber: null },
      lines,
    ]);
  });

  it("takes out of a company that is stated later what splits may have changed", async () => {
    const company = await companyKnownAt(IN_TIME);
    const market = boundary(
      stubMarket({ company: async () => ({ ...company, statedLater: true }) }),
    );
    const { earnings, insiderTransactions } = await market.company(query);
    expect(earnings).toEqual(
      company.earnings.map((one) => ({ ...one, epsActual: null, epsEstimate: null })),
    );
    expect(earnings.some(({ surprise }) => surprise !== null)).toBe(true);
    expect(insiderTransactions).toEqual(
      company.insiderTransactions.map((one) => ({ ...one, shares: null, text: null })),
    );
    expect(insiderTransactions.length).toBeGreaterThan(0);
  });

  it("drops news that was published later", async () => {
    const item = (publishedAt: string) => ({
      title: publishedAt,
      publisher: null,
      url: null,
      publishedAt,
      source: "stub",
    });
    const market = boundary(stubMarket({ news: async () => [item(TOO_LATE), item(IN_TIME)] }));
    expect(await market.news(query)).toEqual([item(IN_TIME)]);
  });

  it("lets a company through whole that was known by the end of the day", async () => {
    const company = await companyKnownAt(IN_TIME);
    const market = boundary(stubMarket({ company: async () => company }));
    expect(await market.company(query)).toEqual(company);
  });

  it("keeps the calendar to a run of today: its dates are all to come", async () => {
    const company = await companyKnownAt(IN_TIME);
    const market = stubMarket({ company: async () => company });
    expect(company.calendar).not.toBeNull();
    expect((await boundary(market).company(query)).calendar).toEqual(company.calendar);
    const later = boundary(market, "2024-02-01T00:00:00.000Z");
    expect(await later.company(query)).toMatchObject({
      calendar: null,
      profile: company.profile,
      withheld: ["calendar"],
    });
  });

  it("does not tell when it is to who asks as of a day that is past", async () => {
    const company = await companyKnownAt(TOO_LATE);
    const market = boundary(stubMarket({ company: async () => company }), TOO_LATE);
    expect((await market.company(query)).availableAt).toBe("2024-01-31T23:59:59.999Z");
  });

  it("takes away and names what is known of a company only as of a later day", async () => {
    const company = await companyKnownAt(TOO_LATE);
    const market = boundary(stubMarket({ company: async () => company }));
    const then = await market.company(query);
    expect(then).toMatchObject({
      profile: null,
      statistics: null,
      calendar: null,
      recommendations: [],
      withheld: ["profile", "statistics", "calendar", "recommendations"],
    });
    expect(then.earnings).toEqual(company.earnings);
    expect(then.ratingChanges).toEqual(company.ratingChanges);
    expect(then.insiderTransactions).toEqual(company.insiderTransactions);
  });

  it("keeps of dated lists what was public, and does not name them while something is left", async () => {
    const company = await companyKnownAt(IN_TIME);
    const [newest, ...older] = company.earnings;
    if (newest === undefined) throw new Error("the demo company has earnings");
    const earnings = [{ ...newest, availableAt: TOO_LATE }, ...older];
    const market = boundary(stubMarket({ company: async () => ({ ...company, earnings }) }));
    expect(await market.company(query)).toMatchObject({ earnings: older, withheld: [] });
  });

  it("names a dated list that is empty only because all of it came later", async () => {
    const company = await companyKnownAt(IN_TIME);
    const insiderTransactions = company.insiderTransactions.map((transaction) => ({
      ...transaction,
      availableAt: TOO_LATE,
    }));
    const later = { ...company, insiderTransactions, ratingChanges: [] };
    const market = boundary(stubMarket({ company: async () => later }));
    expect(await market.company(query)).toMatchObject({
      insiderTransactions: [],
      ratingChanges: [],
      withheld: ["insiderTransactions"],
    });
  });
});
