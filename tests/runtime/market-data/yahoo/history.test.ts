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
async function historyOf(bars: readonly SentBar[], meta: Record<string, unknown> = {}) {
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

  it("holds no bar before `from` or after `asOf`, and counts none of them as dropped", async () => {
    const history = await historyOf([
      { at: "2025-02-21T14:30Z" },
      { at: "2025-02-24T14:30Z" },
      { at: "2025-03-04T14:30Z", close: null },
    ]);
    expect(history.candles.map(({ date }) => date)).toEqual(["2025-02-24"]);
    expect(history.droppedBars).toBe(0);
  });

  it("asks for daily bars from the day before `from` to the end of `asOf`", async () => {
    const { market, stub } = await yahooOverStub();
    await market.history(query);
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
