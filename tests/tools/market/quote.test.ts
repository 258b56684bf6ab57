import { describe, expect, it } from "vitest";
import { ask } from "../../helpers/fact-tools.ts";
import { fakeMarket } from "../../helpers/fake-market.ts";

describe("the quote", () => {
  it("says what kind of instrument it is of", async () => {
    const market = fakeMarket({ quote: { type: "crypto" } });
    const { at } = await ask(market, "get_quote", { symbol: "BTC-USD" });
    expect(at("quote.type")).toMatchObject({ value: "crypto", unit: "text", currency: null });
  });

  it("leaves prices in pence, and states the market value in pounds as the source does", async () => {
    const market = fakeMarket({ quote: { currency: "GBp", price: 522.9, marketCap: 80e9 } });
    const { at } = await ask(market, "get_quote", { symbol: "BP.L" });
    for (const path of ["quote.price", "quote.open", "quote.high_52w"]) {
      expect(at(path).currency).toBe("GBp");
    }
    expect(at("quote.price").value).toBe(522.9);
    expect(at("quote.market_cap")).toMatchObject({ value: 80e9, currency: "GBP" });
  });

  it.each([
    ["^GSPC", "points", "count", "Average volume of 3 months, as the source counts it"],
    ["^IRX", "percent", "count", "Average volume of 3 months, as the source counts it"],
    ["ETH-USD", "currency", "count", "Average volume of 3 months, as the source counts it"],
    ["ES=F", "currency", "count", "Average volume of 3 months, in contracts"],
    ["ACME", "currency", "shares", "Average volume of 3 months"],
  ])("of %s has prices in %s and volume in %s", async (symbol, unit, volume, label) => {
    const { at } = await ask(fakeMarket(), "get_quote", { symbol });
    for (const name of ["price", "previous_close", "open", "day_high", "high_52w"]) {
      const currency = unit === "currency" ? "USD" : null;
      expect(at(`quote.${name}`)).toMatchObject({ unit, currency, note: null });
    }
    expect(at("quote.volume_average_3m")).toMatchObject({ unit: volume, label });
    expect(at("quote.volume").unit).toBe(volume);
    expect(at("quote.market_cap").unit).toBe("currency");
  });

  it("leaves unknown what is unknown", async () => {
    const market = fakeMarket({ quote: { volume: null, marketCap: null, name: null } });
    const { at } = await ask(market, "get_quote", { symbol: "ACME" });
    for (const path of ["quote.volume", "quote.market_cap", "quote.name"]) {
      expect(at(path)).toMatchObject({ value: null, note: "not given by the source" });
    }
  });

  it("is public from when the source gave it, where its own time is unknown too", async () => {
    const { facts } = await ask(fakeMarket({ quote: { time: null } }), "get_quote", {
      symbol: "ACME",
    });
    for (const { asOf, availableAt } of facts) {
      expect([asOf, availableAt]).toEqual([null, "2024-06-28T20:15:00.000Z"]);
    }
  });
});
