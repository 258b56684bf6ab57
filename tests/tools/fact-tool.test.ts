import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { readFacts } from "#core/fact-lines.ts";
import type { Access, ReadOptions, SymbolQuery } from "#core/ports.ts";
import { createTools } from "#tools/index.ts";
import { ask, askWith } from "../helpers/fact-tools.ts";
import { fakeMarket, TODAY } from "../helpers/fake-market.ts";

const config = { configurable: { asOf: TODAY } };

describe("a fact tool", () => {
  it("gives a fact with its call, its time and its source", async () => {
    const { at } = await ask(fakeMarket(), "get_quote", { symbol: "ACME" });
    expect(at("quote.price")).toEqual({
      id: "ACME:quote.price",
      tool: "get_quote",
      args: { symbol: "ACME" },
      path: "quote.price",
      label: "Price",
      value: 160,
      unit: "currency",
      currency: "USD",
      asOf: "2024-06-28T20:00:00.000Z",
      availableAt: "2024-06-28T20:15:00.000Z",
      source: "fake",
      note: null,
    });
  });

  it("says of null that the source does not give it, and of money that its currency is unknown", async () => {
    const market = fakeMarket({ quote: { open: null, currency: null } });
    const { at } = await ask(market, "get_quote", { symbol: "ACME" });
    expect(at("quote.open")).toMatchObject({ value: null, note: "not given by the source" });
    expect(at("quote.price")).toMatchObject({
      value: 160,
      currency: null,
      note: "the source does not say in what currency",
    });
  });

  it("lets a model read the facts and, after them, the notices in a block of their own", async () => {
    const histories = { ACME: { droppedBars: 2 } };
    const market = fakeMarket({ histories });
    const { text, facts, notices } = await ask(market, "get_price_history", { symbol: "ACME" });
    expect(readFacts(text).map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
    expect(notices).toHaveLength(1);
    const block = `<notices>\n${JSON.stringify(notices[0])}\n</notices>`;
    expect(text.endsWith(`</facts>\n${block}`)).toBe(true);
    expect((await ask(fakeMarket(), "get_quote", { symbol: "ACME" })).text).not.toContain(
      "notices",
    );
  });

  it("reads a lower-case symbol in upper case", async () => {
    const asked: string[] = [];
    const market = fakeMarket({ onRead: (_, { symbol }) => asked.push(symbol) });
    const { at } = await ask(market, "get_quote", { symbol: "brk-b" });
    expect(at("quote.price").id).toBe("BRK-B:quote.price");
    expect(at("quote.price").args).toEqual({ symbol: "BRK-B" });
    expect(asked).toEqual(["BRK-B"]);
  });

  it("asks as of the run's day, whatever day a model puts in the arguments", async () => {
    const asked: unknown[] = [];
    const market = fakeMarket({ onRead: (_, query) => asked.push(query) });
    const { at } = await ask(market, "get_quote", { symbol: "ACME", asOf: "2030-01-01" });
    expect(asked).toEqual([{ symbol: "ACME", asOf: TODAY }]);
    expect(at("quote.price").args).toEqual({ symbol: "ACME" });
  });

  it.each([
    ["no configurable", {}],
    ["no asOf", { configurable: {} }],
    ["an asOf that is no day", { configurable: { asOf: "2024-02-30" } }],
  ])("refuses a config with %s and says what it needs", async (_, incomplete) => {
    const asked: unknown[] = [];
    const market = fakeMarket({ onRead: (_, query) => asked.push(query) });
    const called = askWith(market, "get_quote", { symbol: "ACME" }, incomplete);
    await expect(called).rejects.toThrow(DeskError);
    await expect(called).rejects.toThrow(/get_quote needs config\.configurable\.asOf.*YYYY-MM-DD/);
    expect(asked).toEqual([]);
  });

  it("opens the source by the symbol that a call names, and tells what must be known of it first", async () => {
    const asked: SymbolQuery[] = [];
    const tools = createTools(async (query) => {
      asked.push(query);
      return { market: fakeMarket(), notice: "INVENTED" };
    });
    const quote = tools.find(({ name }) => name === "get_quote");
    const call = { name: "get_quote", args: { symbol: "acme" }, id: "1", type: "tool_call" };
    const message: unknown = await quote?.invoke(call, config);
    expect(asked).toEqual([{ symbol: "ACME", asOf: TODAY }]);
    expect(message).toMatchObject({ artifact: { notices: ["INVENTED"] } });
  });

  it("hands the run's abort signal to the market", async () => {
    const controller = new AbortController();
    const given: (ReadOptions | undefined)[] = [];
    const market = fakeMarket({ onRead: (_, __, options) => given.push(options) });
    const { signal } = controller;
    await askWith(market, "get_risk", { symbol: "ACME", measure: "beta" }, { ...config, signal });
    expect(given).toHaveLength(2);
    controller.abort();
    expect(given.every((options) => options?.signal?.aborted)).toBe(true);
  });

  it("counts how each resource was come by", async () => {
    const accesses: Access[] = ["upstream", "cacheHits", "coalesced", "cacheHits"];
    const market = fakeMarket({
      onRead: (_, __, options) => {
        for (const access of accesses) options?.onAccess?.(access);
      },
    });
    const { requests } = await ask(market, "get_quote", { symbol: "ACME" });
    expect(requests).toEqual({ upstream: 1, cacheHits: 2, coalesced: 1 });
  });

  it("counts no request of one call towards another", async () => {
    const market = fakeMarket({ onRead: (_, __, options) => options?.onAccess?.("upstream") });
    const calls = ["A", "B", "C"].map((symbol) => ask(market, "get_quote", { symbol }));
    for (const { requests } of await Promise.all(calls)) expect(requests.upstream).toBe(1);
  });

  it("throws what the market throws", async () => {
    const error = new DeskError("unknown_symbol", "nobody knows ACME");
    const market = fakeMarket({
      onRead: () => {
        throw error;
      },
    });
    await expect(ask(market, "get_quote", { symbol: "ACME" })).rejects.toBe(error);
  });

  it.each(["../x", "AAPL/../../etc", "AAPL?x=1", "", "A B", "АAPL", "-rf"])(
    "refuses %j as a symbol, names symbols that would do, and asks nothing",
    async (symbol) => {
      const asked: unknown[] = [];
      const market = fakeMarket({ onRead: (_, query) => asked.push(query) });
      await expect(ask(market, "get_quote", { symbol })).rejects.toThrow(/not a ticker.*AAPL/s);
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ["get_indicator", { indicator: "rsi_15" }, ["indicator", "rsi_14", "vwma_20"]],
    ["get_indicator", {}, ["indicator", "sma_50"]],
    ["get_macro", { series: "nasdaq" }, ["series", "sp500", "vix", "ten_year", "sector"]],
    ["get_risk", { measure: "sharpe" }, ["measure", "volatility", "value_at_risk"]],
    ["get_statement", { kind: "tax", period: "annual" }, ["kind", "income", "balance"]],
    ["get_statement", { kind: "income", period: "ttm" }, ["period", "annual", "quarterly"]],
  ])("%s refuses %j and names what is valid", async (tool, args, valid) => {
    const message = await ask(fakeMarket(), tool, { symbol: "ACME", ...args }).then(
      () => "",
      (thrown: unknown) => String(thrown),
    );
    for (const word of valid) expect(message).toContain(word);
  });
});
