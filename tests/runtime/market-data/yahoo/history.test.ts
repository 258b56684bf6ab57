import { describe, expect, it } from "vitest";
import { chartWithoutPeriod } from "../../../fixtures/yahoo/chart.ts";
import { yahooOverStub } from "../../../helpers/yahoo-market.ts";

const query = { symbol: "AAPL", asOf: "2025-03-03", from: "2025-02-24" };

interface SentBar {
  readonly at: string;
  readonly open?: number | null;
  readonly high?: number | null;
  readonly low?: number | null;
  readonly close?: number | null;
  readonly adjclose?: number | null;
  readonly volume?: number | null;
}

/** History made of the bars given; what a bar does not say is that of a plain bar around 100. */
async function historyOf(
  bars: readonly SentBar[],
  meta: Record<string, unknown> = {},
  events: Record<string, unknown> = {},
) {
  const { market, stub } = await yahooOverStub();
  const full = bars.map((bar) => ({
    open: 100,
    high: 104,
    low: 97,
    close: 102,
    adjclose: 101,
    volume: 1_000,
    ...bar,
  }));
  const column = (name: keyof Omit<SentBar, "at">) => full.map((bar) => bar[name]);
  const result = {
    meta: { currency: "USD", exchangeTimezoneName: "America/New_York", ...meta },
    events,
    timestamp: full.map(({ at }) => Date.parse(at) / 1_000),
    indicators: {
      quote: [
        {
          open: column("open"),
          high: column("high"),
          low: column("low"),
          close: column("close"),
          volume: column("volume"),
        },
      ],
      adjclose: [{ adjclose: column("adjclose") }],
    },
  };
  stub.fail({ body: { chart: { result: [result], error: null } } }, { on: "chart" });
  return market.history(query);
}

describe("a price history", () => {
  it("carries prices, adjusted close, volume, currency and time zone as sent", async () => {
    expect(await historyOf([{ at: "2025-03-03T14:30Z" }])).toEqual({
      symbol: "AAPL",
      currency: "USD",
      timeZone: "America/New_York",
      candles: [
        {
          date: "2025-03-03",
          open: 100,
          high: 104,
          low: 97,
          close: 102,
          adjustedClose: 101,
          volume: 1_000,
        },
      ],
      closesAt: "24:00",
      splits: [],
      droppedBars: 0,
      source: "yahoo",
    });
  });

  it("keeps pence as pence", async () => {
    expect((await historyOf([], { currency: "GBp" })).currency).toBe("GBp");
  });

  it("drops and counts bars with a price that is null, zero, negative or no number", async () => {
    const history = await historyOf([
      { at: "2025-02-24T14:30Z", close: null },
      { at: "2025-02-25T14:30Z", open: 0 },
      { at: "2025-02-26T14:30Z", low: -1 },
      { at: "2025-02-27T14:30Z", high: Number.NaN },
      { at: "2025-02-28T14:30Z" },
    ]);
    expect(history.candles.map(({ date }) => date)).toEqual(["2025-02-28"]);
    expect(history.droppedBars).toBe(4);
  });

  it("drops bars whose low and high do not enclose the close, but for a rounding", async () => {
    const history = await historyOf([
      { at: "2025-02-27T14:30Z", close: 104.5 },
      { at: "2025-02-28T14:30Z", close: 104.00001 },
    ]);
    expect(history.candles.map(({ date }) => date)).toEqual(["2025-02-28"]);
    expect(history.droppedBars).toBe(1);
  });

  it("takes a missing volume for 0 and a missing adjusted close for the close", async () => {
    const history = await historyOf([{ at: "2025-02-28T14:30Z", volume: null, adjclose: null }]);
    expect(history.candles[0]).toMatchObject({ volume: 0, close: 102, adjustedClose: 102 });
  });

  it("sorts bars, and of a day that is sent twice keeps the last", async () => {
    const history = await historyOf([
      { at: "2025-02-28T14:30Z" },
      { at: "2025-03-03T14:30Z", close: 99 },
      { at: "2025-02-27T14:30Z" },
      { at: "2025-03-03T19:05Z", close: 103 },
    ]);
    expect(history.candles.map(({ date }) => date)).toEqual([
      "2025-02-27",
      "2025-02-28",
      "2025-03-03",
    ]);
    expect(history.candles.at(-1)?.close).toBe(103);
  });

  it.each([
    ["Australia/Sydney", "2025-03-02T23:00Z", "2025-03-03"],
    ["Pacific/Auckland", "2025-02-25T21:00Z", "2025-02-26"],
    ["Europe/London", "2025-02-26T00:00Z", "2025-02-26"],
    ["America/Los_Angeles", "2025-02-27T02:00Z", "2025-02-26"],
  ])("dates a bar by the day in %s", async (exchangeTimezoneName, at, date) => {
    const { candles } = await historyOf([{ at }], { exchangeTimezoneName });
    expect(candles[0]?.date).toBe(date);
  });

  it("dates a bar by the offset from UTC where the zone is not known", async () => {
    const meta = { exchangeTimezoneName: "Mars/Olympus", gmtoffset: 39_600 };
    const { candles } = await historyOf([{ at: "2025-02-25T23:00Z" }], meta);
    expect(candles[0]?.date).toBe("2025-02-26");
  });

  it.each([
    ["America/New_York", "2025-03-03T21:00Z", "16:00"],
    ["America/New_York", "2025-07-03T17:00Z", "13:00"],
    ["Asia/Tokyo", "2025-03-03T06:30Z", "15:30"],
    ["Pacific/Auckland", "2025-03-03T03:45Z", "16:45"],
    ["UTC", "2025-03-03T23:59Z", "24:00"],
    ["Europe/London", "2025-07-03T22:59Z", "24:00"],
  ])("closes in %s when the regular session does: %s is %s there", async (zone, end, closesAt) => {
    const regular = { end: Date.parse(end) / 1_000 };
    const meta = { exchangeTimezoneName: zone, currentTradingPeriod: { regular } };
    expect(await historyOf([], meta)).toMatchObject({ timeZone: zone, closesAt });
  });

  it("closes at the day's end where no session is told", async () => {
    expect(await historyOf([])).toMatchObject({ closesAt: "24:00" });
    const meta = { currentTradingPeriod: { regular: {} } };
    expect(await historyOf([], meta)).toMatchObject({ closesAt: "24:00" });
  });

  it("has a zone by its offset where its name is not known, and none where neither is", async () => {
    const nowhere = { exchangeTimezoneName: "Mars/Olympus", gmtoffset: -12_600 };
    expect((await historyOf([], nowhere)).timeZone).toBe("-03:30");
    expect((await historyOf([], { exchangeTimezoneName: null })).timeZone).toBeNull();
  });

  it("tells of splits by the exchange's day, of those after `asOf` too", async () => {
    const splits = {
      1741102200: { date: 1_741_102_200, numerator: 4, denominator: 1, splitRatio: "4:1" },
      1740493800: { date: 1_740_493_800, numerator: 1, denominator: 10, splitRatio: "1:10" },
      1740580200: { date: 1_740_580_200, numerator: 0, denominator: 0 },
    };
    expect((await historyOf([], {}, { splits })).splits).toEqual([
      { date: "2025-02-25", ratio: 0.1 },
      { date: "2025-03-04", ratio: 4 },
    ]);
    expect((await historyOf([], {}, { splits: "none" })).splits).toEqual([]);
  });

  it("holds no bar before `from` or after `asOf`, and counts none of them as dropped", async () => {
    const history = await historyOf([
      { at: "2025-02-21T14:30Z" },
      { at: "2025-02-24T14:30Z" },
      { at: "2025-03-04T14:30Z", close: null },
    ]);
    expect(history.candles.map(({ date }) => date)).toEqual(["2025-02-24"]);
    expect(history.droppedBars).toBe(0);
  });

  it("asks for daily bars from the day before `from` to the end of today", async () => {
    const { market, stub } = await yahooOverStub();
    await market.history({ ...query, asOf: "2025-02-27" });
    const asked = new URL(stub.requests[0] ?? "", stub.url);
    expect(asked.pathname).toBe("/v8/finance/chart/AAPL");
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      interval: "1d",
      events: "div|split",
      period1: String(Date.parse("2025-02-23") / 1_000),
      period2: String(Date.parse("2025-03-04") / 1_000),
    });
  });

  it("gives older bars where there is none so recent: stale is better known than unknown", async () => {
    const { market } = await yahooOverStub();
    const weekend = { ...query, from: "2025-03-01", asOf: "2025-03-02" };
    const { candles } = await market.history(weekend);
    expect(candles.map(({ date }) => date)).toEqual(["2025-02-28"]);
  });

  it("is empty where the symbol was not yet listed", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail({ status: 400, body: chartWithoutPeriod }, { on: "chart" });
    expect(await market.history(query)).toMatchObject({ candles: [], currency: null });
  });
});
