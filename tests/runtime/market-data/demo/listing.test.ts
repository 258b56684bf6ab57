import { describe, expect, it } from "vitest";
import { listingOf } from "#runtime/market-data/demo/listing.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";

const asOf = "2025-06-30";
const demo = createDemoMarketData();

describe("a listing in the demo market", () => {
  it.each([
    ["VOD.L", "GBp", "GBP", "Europe/London"],
    ["7203.T", "JPY", "JPY", "Asia/Tokyo"],
    ["002032.SZ", "CNY", "CNY", "Asia/Shanghai"],
    ["600519.SS", "CNY", "CNY", "Asia/Shanghai"],
    ["M&M.NS", "INR", "INR", "Asia/Kolkata"],
    ["SAP.DE", "EUR", "EUR", "Europe/Berlin"],
    ["MC.PA", "EUR", "EUR", "Europe/Paris"],
    ["ASML.AS", "EUR", "EUR", "Europe/Amsterdam"],
    ["SHOP.TO", "CAD", "CAD", "America/Toronto"],
    ["0700.HK", "HKD", "HKD", "Asia/Hong_Kong"],
    ["BHP.AX", "AUD", "AUD", "Australia/Sydney"],
    ["NESN.SW", "CHF", "CHF", "Europe/Zurich"],
    ["AAPL", "USD", "USD", "America/New_York"],
    ["BRK.B", "USD", "USD", "America/New_York"],
  ])("of %s has prices in %s, statements in %s, days of %s", async (symbol, price, whole, zone) => {
    const history = await demo.history({ symbol, asOf, from: "2025-06-01" });
    const company = await demo.company({ symbol, asOf });
    const query = { symbol, asOf, kind: "income", period: "annual" } as const;
    const [year] = await demo.statements(query);
    expect(history).toMatchObject({ currency: price, timeZone: zone });
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
    expect(company).toMatchObject({ currency: price, financialCurrency: whole });
    expect(company.profile?.country).toBe(listingOf(symbol).country);
    expect((await demo.quote({ symbol, asOf })).currency).toBe(price);
    expect(year?.currency).toBe(whole);
  });

  it("in London is priced in pence, while the company is worth pounds", async () => {
    const query = { symbol: "BP.L", asOf };
    const { price, marketCap } = await demo.quote(query);
    const { statistics } = await demo.company(query);
    const balances = await demo.statements({ ...query, kind: "balance", period: "quarterly" });
    const shares = balances[0]?.lines.ordinarySharesNumber ?? Number.NaN;
    const pounds = (price ?? Number.NaN) / 100;
    expect(price).toBeGreaterThan(200);
    expect(marketCap).toBe(Math.round(pounds * shares));
    expect(statistics?.marketCap).toBe(marketCap);
    expect(statistics?.trailingPE).toBeCloseTo(pounds / (statistics?.trailingEps ?? 0), 3);
    expect(statistics?.trailingPE).toBeGreaterThan(5);
    expect(statistics?.trailingPE).toBeLessThan(60);
    expect(statistics?.targetPriceMean).toBeGreaterThan(0.5 * (price ?? Number.NaN));
    expect(statistics?.dividendYield).toBeLessThan(0.1);
  });

  it.each([
    ["VOD.L", 200, 30_000],
    ["BP.L", 200, 30_000],
    ["7203.T", 200, 30_000],
    ["6758.T", 200, 30_000],
    ["002032.SZ", 3, 1_000],
    ["INFY.NS", 100, 20_000],
  ])("of %s has prices of a usual level there, %d to %d", async (symbol, low, high) => {
    const { candles } = await demo.history({ symbol, asOf, from: "2010-01-04" });
    for (const { close } of candles) {
      expect(close).toBeGreaterThan(low);
      expect(close).toBeLessThan(high);
    }
  });

  it("closes on its own day: Tokyo's last price is of the morning in UTC", async () => {
    const { time } = await demo.quote({ symbol: "7203.T", asOf });
    expect(time).toBe("2025-06-30T06:30:00.000Z");
  });
});
