import { describe, expect, it } from "vitest";
import type { MarketData } from "#core/ports.ts";
import { createCache } from "#runtime/cache.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";

const query = { symbol: "AAPL", asOf: "2024-01-31" };
const MINUTE = 60_000;

function setUp() {
  let time = 0;
  const asked: string[] = [];
  const demo = createDemoMarketData();
  const counting: MarketData = {
    ...demo,
    history: (one, options) => count("history", () => demo.history(one, options)),
    quote: (one, options) => count("quote", () => demo.quote(one, options)),
    company: (one, options) => count("company", () => demo.company(one, options)),
    statements: (one, options) => count("statements", () => demo.statements(one, options)),
    news: (one, options) => count("news", () => demo.news(one, options)),
  };
  function count<T>(method: string, ask: () => Promise<T>): Promise<T> {
    asked.push(method);
    return ask();
  }
  const cache = createCache({ clock: { now: () => time } });
  const advance = (ms: number) => {
    time += ms;
  };
  return { market: cachedMarketData(counting, cache), counting, cache, asked, advance };
}

function ask(market: MarketData, method: string): Promise<unknown> {
  if (method === "history") return market.history({ ...query, from: "2023-01-31" });
  if (method === "quote") return market.quote(query);
  if (method === "company") return market.company(query);
  if (method === "news") return market.news(query);
  return market.statements({ ...query, kind: "income", period: "annual" });
}

describe("cached market data", () => {
  for (const [method, minutes] of [
    ["quote", 1],
    ["news", 10],
    ["history", 15],
    ["company", 6 * 60],
    ["statements", 24 * 60],
  ] as const) {
    it(`gives ${method} out again for ${minutes} minutes`, async () => {
      const { market, asked, advance } = setUp();
      await Promise.all([ask(market, method), ask(market, method)]);
      advance(minutes * MINUTE);
      await ask(market, method);
      expect(asked).toEqual([method]);
      advance(1);
      await ask(market, method);
      expect(asked).toEqual([method, method]);
    });
  }

  it("tells questions apart by every field, by method and by source", async () => {
    const { market, counting, cache, asked } = setUp();
    const filing = { ...query, kind: "income", period: "annual" } as const;
    await market.quote(query);
    await market.company(query);
    await market.quote({ ...query, symbol: "MSFT" });
    await market.quote({ ...query, asOf: "2024-01-30" });
    await market.statements(filing);
    await market.statements({ ...filing, kind: "balance" });
    await market.statements({ ...filing, period: "quarterly" });
    await cachedMarketData({ ...counting, name: "yahoo" }, cache).quote(query);
    expect(asked).toHaveLength(8);
  });

  it("does not hand a caller's signal to the request that others share", async () => {
    const { counting, cache } = setUp();
    const signals: unknown[] = [];
    const spied: MarketData = {
      ...counting,
      quote: (one, options) => {
        signals.push(options?.signal);
        return counting.quote(one, options);
      },
    };
    const { signal } = new AbortController();
    await cachedMarketData(spied, cache).quote(query, { signal });
    expect(signals).toEqual([undefined]);
  });
});
