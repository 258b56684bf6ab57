import { describe, expect, it } from "vitest";
import { indicatorNames } from "#core/indicators/index.ts";
import { ask } from "../../helpers/fact-tools.ts";
import { bars, fakeMarket } from "../../helpers/fake-market.ts";

const NAME = "get_indicator";

function marketOf(candles: ReturnType<typeof bars>, currency = "USD") {
  return fakeMarket({ histories: { ACME: { candles, currency } } });
}

describe("an indicator", () => {
  it("is of closes adjusted for splits and dividends", async () => {
    const candles = bars(300, { close: () => 200, adjustment: 0.25 });
    const { at } = await ask(marketOf(candles), NAME, { symbol: "ACME", indicator: "sma_200" });
    expect(at("sma_200")).toMatchObject({
      value: 50,
      unit: "currency",
      currency: "USD",
      note: "mean of the last 200 adjusted closes",
    });
  });

  it.each(indicatorNames)(
    "%s says in its note that it is of adjusted prices",
    async (indicator) => {
      const { facts } = await ask(fakeMarket(), NAME, { symbol: "ACME", indicator });
      expect(facts.length).toBeGreaterThanOrEqual(2);
      for (const { note } of facts) expect(note).toMatch(/adjusted/);
    },
  );

  it("is stated of the last bar and of the one five before, each with its day", async () => {
    const candles = bars(300, { close: (i) => i + 1 });
    const { at } = await ask(marketOf(candles), NAME, { symbol: "ACME", indicator: "sma_50" });
    expect(at("sma_50")).toMatchObject({
      value: 275.5,
      asOf: "2024-06-28",
      availableAt: "2024-06-28T20:00:00.000Z",
    });
    expect(at("sma_50.5_bars_ago")).toMatchObject({
      label: "SMA (50), 5 bars ago",
      value: 270.5,
      asOf: "2024-06-21",
      availableAt: "2024-06-21T20:00:00.000Z",
    });
  });

  it("of fewer bars than it needs is null with the reason", async () => {
    const args = { symbol: "ACME", indicator: "sma_200" };
    const { at } = await ask(marketOf(bars(49)), NAME, args);
    expect(at("sma_200")).toMatchObject({ value: null, note: "needs 200 bars, has 49" });
    expect(at("sma_200.5_bars_ago")).toMatchObject({ value: null, note: "needs 200 bars, has 44" });
  });

  it("of no bars is null, of no day, with a notice", async () => {
    const args = { symbol: "ACME", indicator: "rsi_14" };
    const { facts, notices } = await ask(marketOf([]), NAME, args);
    for (const fact of facts) {
      expect(fact).toMatchObject({ value: null, asOf: null, note: "needs 15 bars, has 0" });
    }
    expect(notices).toEqual(["ACME: no daily bars up to 2024-06-28."]);
  });

  it("that is no amount of money has no currency", async () => {
    const market = marketOf(bars(300), "GBp");
    const rsi = await ask(market, NAME, { symbol: "ACME", indicator: "rsi_14" });
    expect(rsi.at("rsi_14")).toMatchObject({ unit: "points", currency: null });
    const atr = await ask(market, NAME, { symbol: "ACME", indicator: "atr_14" });
    expect(atr.at("atr_14")).toMatchObject({ unit: "currency", currency: "GBp" });
  });

  it.each([
    ["^GSPC", "points", "count", "OBV, as the source counts it"],
    ["^TNX", "percent", "count", "OBV, as the source counts it"],
    ["GC=F", "currency", "count", "OBV, in contracts"],
    ["ACME", "currency", "shares", "OBV"],
  ])(
    "of %s is in %s where it is a price, in %s where it is volume",
    async (symbol, unit, volume, label) => {
      const lines = ["sma_50", "macd", "bollinger", "atr_14", "vwma_20"];
      for (const indicator of lines) {
        const { facts } = await ask(fakeMarket(), NAME, { symbol, indicator });
        const currency = unit === "currency" ? "USD" : null;
        for (const fact of facts) expect(fact).toMatchObject({ unit, currency });
      }
      const { at } = await ask(fakeMarket(), NAME, { symbol, indicator: "obv" });
      expect(at("obv")).toMatchObject({ unit: volume, label });
      expect(at("obv.5_bars_ago").label).toBe(`${label}, 5 bars ago`);
    },
  );

  it("of volume that is never counted is unknown, not 0", async () => {
    const market = marketOf(bars(300, { volume: 0 }));
    const { facts } = await ask(market, NAME, { symbol: "ACME", indicator: "obv" });
    for (const fact of facts) {
      expect(fact).toMatchObject({ value: null, note: "the source counts no volume for it" });
    }
  });

  it("names dropped bars and stale prices", async () => {
    const candles = bars(300, { until: "2024-06-14" });
    const market = fakeMarket({ histories: { ACME: { candles, droppedBars: 2 } } });
    const { notices } = await ask(market, NAME, { symbol: "ACME", indicator: "macd" });
    expect(notices.join("\n")).toMatch(/2 daily bars.*left out\.\n.*stale prices/);
  });
});
