import { describe, expect, it } from "vitest";
import { NOW, yahooOverStub } from "../../../helpers/yahoo-market.ts";

const asOf = "2025-03-03";

async function quoteOf(result: Record<string, unknown>) {
  const { market, stub } = await yahooOverStub();
  const body = { quoteResponse: { result: [result], error: null } };
  stub.fail({ body }, { on: "quote" });
  return market.quote({ symbol: "AAPL", asOf });
}

describe("a quote", () => {
  it.each([
    ["EQUITY", "equity"],
    ["ETF", "fund"],
    ["MUTUALFUND", "fund"],
    ["INDEX", "index"],
    ["CURRENCY", "currency"],
    ["CRYPTOCURRENCY", "crypto"],
    ["FUTURE", "future"],
    ["ECNQUOTE", "other"],
  ])("of Yahoo's type %s is of type %s", async (quoteType, type) => {
    expect((await quoteOf({ quoteType, regularMarketPrice: 5 })).type).toBe(type);
  });

  it("has null for what is absent, null, text or infinite", async () => {
    const quote = await quoteOf({
      quoteType: "EQUITY",
      currency: "GBp",
      regularMarketPrice: 512.5,
      marketCap: null,
      regularMarketOpen: "Infinity",
      longName: "  ",
      shortName: "Short",
    });
    expect(quote).toEqual({
      symbol: "AAPL",
      name: "Short",
      type: "equity",
      exchange: null,
      currency: "GBp",
      price: 512.5,
      previousClose: null,
      open: null,
      dayHigh: null,
      dayLow: null,
      volume: null,
      averageVolume3Months: null,
      marketCap: null,
      fiftyTwoWeekHigh: null,
      fiftyTwoWeekLow: null,
      time: null,
      availableAt: new Date(NOW).toISOString(),
      source: "yahoo",
    });
  });

  it("tells when its price was made, and that it was known only now", async () => {
    const { market } = await yahooOverStub();
    const quote = await market.quote({ symbol: "AAPL", asOf });
    expect(quote.time).toBe("2025-03-03T17:00:00.000Z");
    expect(quote.availableAt).toBe("2025-03-03T18:00:00.000Z");
  });

  it("is not asked for as of a day that is past: it would only be withheld", async () => {
    const { market, stub } = await yahooOverStub();
    const past = market.quote({ symbol: "AAPL", asOf: "2025-03-02" });
    await expect(past).rejects.toMatchObject({ code: "not_available_then" });
    expect(stub.requests).toEqual([]);
  });
});
