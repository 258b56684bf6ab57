import { describe, expect, it } from "vitest";
import { yahooOverStub } from "../../../helpers/yahoo-market.ts";

const query = { symbol: "AAPL", asOf: "2025-03-03", from: "2025-02-24" };
const symbols = ["AAPL", "MSFT", "NVDA", "TSLA", "QQQ", "BTC-USD"];

describe("the session with Yahoo", () => {
  it("is made once, however many first calls need it at the same time", async () => {
    const { market, stub } = await yahooOverStub();
    await Promise.all(
      symbols.flatMap((symbol) => [
        market.quote({ ...query, symbol }),
        market.company({ ...query, symbol }),
      ]),
    );
    expect(stub.counts).toMatchObject({ page: 1, crumb: 1, quote: 6, summary: 6 });
  });

  it("is not made for prices, statements and news, which need none", async () => {
    const { market, stub } = await yahooOverStub();
    await market.history(query);
    await market.statements({ ...query, kind: "income", period: "annual" });
    await market.news(query);
    expect(stub.counts).toMatchObject({ page: 0, crumb: 0 });
    expect(stub.requests.join()).not.toContain("crumb");
  });

  it("is renewed once when its crumb is refused, and the call answered", async () => {
    const { market, stub } = await yahooOverStub();
    await market.quote(query);
    stub.expireSession();
    expect(await market.quote(query)).toMatchObject({ symbol: "AAPL" });
    expect(stub.counts).toMatchObject({ page: 2, crumb: 2, quote: 3 });
  });

  it("is renewed once for all calls that are refused together", async () => {
    const { market, stub } = await yahooOverStub();
    await market.quote(query);
    stub.expireSession();
    const quotes = await Promise.all(symbols.map((symbol) => market.quote({ ...query, symbol })));
    expect(quotes.map(({ symbol }) => symbol)).toEqual(symbols);
    expect(stub.counts).toMatchObject({ page: 2, crumb: 2, quote: 1 + 6 + 6 });
  });

  it("can be renewed again and again", async () => {
    const { market, stub } = await yahooOverStub();
    for (let turn = 0; turn < 3; turn++) {
      expect((await market.quote(query)).symbol).toBe("AAPL");
      stub.expireSession();
    }
    expect(stub.crumbs).toHaveLength(3);
  });

  it("that is refused twice in a row is an upstream error", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail("invalid_crumb", { on: "quote", times: 2 });
    await expect(market.quote(query)).rejects.toMatchObject({
      code: "upstream",
      facts: { status: 401 },
    });
    expect(stub.counts.quote).toBe(2);
    expect(await market.quote(query)).toMatchObject({ symbol: "AAPL" });
  });

  it.each([
    ["Too Many Requests", "text/plain"],
    ["<html>Will be right back</html>", "text/html"],
    ["", "text/plain"],
  ])("does not keep %j as its crumb", async (body, type) => {
    const { market, stub, waits } = await yahooOverStub();
    const fault = { status: 200, headers: { "content-type": type }, body };
    stub.fail(fault, { on: "crumb", times: 2 });
    expect(await market.quote(query)).toMatchObject({ symbol: "AAPL" });
    expect(waits).toHaveLength(2);
    expect(stub.crumbs).toHaveLength(1);
  });

  it("that gets no crumb is rate_limited, and made by the next call", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail({ body: "Too Many Requests" }, { on: "crumb", times: 4 });
    await expect(market.quote(query)).rejects.toMatchObject({ code: "rate_limited" });
    expect(await market.quote(query)).toMatchObject({ symbol: "AAPL" });
  });

  it("takes the page's cookie whatever the page's status", async () => {
    const { market, stub } = await yahooOverStub();
    const headers = { "set-cookie": "A3=cookie-9; Domain=.yahoo.com; Path=/; Secure" };
    stub.fail({ status: 503, headers, body: "<html></html>" }, { on: "page" });
    expect(await market.quote(query)).toMatchObject({ symbol: "AAPL" });
  });

  it("without a cookie is a bad_response", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail({ body: "<html></html>" }, { on: "page" });
    await expect(market.quote(query)).rejects.toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("No set-cookie header"),
    });
  });
});
