import { describe, expect, it } from "vitest";
import { yahooOverStub } from "../../../helpers/yahoo-market.ts";

const query = { symbol: "AAPL", asOf: "2025-03-03" };

describe("news", () => {
  it("comes newest first, without a headline that has no title", async () => {
    const { market } = await yahooOverStub();
    expect(await market.news(query)).toEqual([
      {
        title: "AAPL beats an invented estimate",
        publisher: "Invented Wire",
        url: "https://finance.yahoo.com/news/b.html",
        publishedAt: "2025-03-03T16:00:00.000Z",
        source: "yahoo",
      },
      expect.objectContaining({ title: "Click for AAPL" }),
      expect.objectContaining({ title: "AAPL opens an invented factory" }),
    ]);
  });

  it("carries no link but to the web", async () => {
    const { market } = await yahooOverStub();
    const urls = (await market.news(query)).map(({ url }) => url);
    expect(urls).toContain(null);
    expect(urls.join()).not.toContain("javascript");
  });

  it("is asked for as ten headlines and no symbols", async () => {
    const { market, stub } = await yahooOverStub();
    await market.news(query);
    const asked = new URL(stub.requests[0] ?? "", stub.url).searchParams;
    expect(asked.get("q")).toBe("AAPL");
    expect(asked.get("newsCount")).toBe("10");
    expect(asked.get("quotesCount")).toBe("0");
  });

  it("is empty where there is none, and a bad_response where there is no list", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail({ body: { news: [] } }, { on: "search" });
    expect(await market.news(query)).toEqual([]);
    stub.fail({ body: { quotes: [] } }, { on: "search" });
    await expect(market.news(query)).rejects.toMatchObject({ code: "bad_response" });
  });
});
