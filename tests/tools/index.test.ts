import { describe, expect, it } from "vitest";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createTools } from "#tools/index.ts";
import { ask } from "../helpers/fact-tools.ts";
import { bars, fakeMarket, TODAY } from "../helpers/fake-market.ts";
import { everyCall } from "./every-call.ts";
import { unitOf, vocabulary } from "./vocabulary.ts";

const symbols = ["AAPL", "SPY", "BTC-USD", "^GSPC", "^TNX", "EURUSD=X", "GC=F"];

describe("every tool", () => {
  it("has a name of its own and says what it is for", () => {
    const tools = createTools(fakeMarket());
    const names = tools.map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(everyCall.map(([tool]) => tool)));
    expect(names).toHaveLength(new Set(names).size);
    expect(tools.every(({ description }) => description.length > 20)).toBe(true);
  });

  it.each(symbols)("gives facts of %s by the vocabulary, in its units", async (symbol) => {
    const market = createDemoMarketData();
    const paths = new Set<string>();
    for (const [tool, args] of everyCall) {
      const { facts } = await ask(market, tool, { symbol, ...args });
      for (const { path, unit } of facts) {
        expect([path, unit]).toEqual([path, unitOf(symbol, path)]);
        paths.add(path);
      }
    }
    if (symbol === "AAPL")
      expect([...vocabulary.keys()].filter((path) => !paths.has(path))).toEqual([]);
  });

  it.each(symbols)("gives facts of %s that can be followed to their source", async (symbol) => {
    const market = createDemoMarketData();
    for (const [tool, args] of everyCall) {
      const { facts } = await ask(market, tool, { symbol, ...args });
      const ids = facts.map(({ id }) => id);
      expect(ids).toEqual(facts.map(({ path }) => `${symbol}:${path}`));
      expect(ids).toHaveLength(new Set(ids).size);
      for (const fact of facts) {
        expect(fact).toMatchObject({ tool, args: { symbol, ...args } });
        expect(fact.source).toBe("demo market (synthetic)");
        expect(fact.label.trim()).not.toBe("");
        expect(fact.asOf).toMatch(/^\d{4}-\d{2}-\d{2}/);
        const [time, known] = [fact.asOf ?? "", fact.availableAt ?? ""].map((at) =>
          at.slice(0, 10),
        );
        expect([time, known, TODAY].sort()).toEqual([time, known, TODAY]);
        if (fact.value === null) expect(fact.note).not.toBeNull();
        if (typeof fact.value === "number") expect(Number.isFinite(fact.value)).toBe(true);
        if (fact.unit !== "currency") expect(fact.currency).toBeNull();
        else if (fact.value !== null) expect(fact.currency).toBe("USD");
      }
    }
  });

  it("gives each id the same fact, whichever call it comes from", async () => {
    const market = createDemoMarketData();
    const seen = new Map<string, string>();
    for (const [tool, args] of everyCall) {
      for (const { id } of (await ask(market, tool, { symbol: "AAPL", ...args })).facts) {
        expect(seen.get(id) ?? tool).toBe(tool);
        seen.set(id, tool);
      }
    }
  });

  it.each([0, 1, 2, 5, 21, 60])("survives a history of %i bars", async (count) => {
    const candles = bars(count);
    const histories = Object.fromEntries(
      ["ACME", "^GSPC", "^VIX", "^TNX", "XLK"].map((symbol) => [symbol, { candles }]),
    );
    for (const [tool, args] of everyCall) {
      const { facts } = await ask(fakeMarket({ histories }), tool, { symbol: "ACME", ...args });
      for (const { value, note } of facts) if (value === null) expect(note).not.toBeNull();
    }
  });

  it.each(["SPY", "BTC-USD"])(
    "that is about companies has one plain notice for %s",
    async (symbol) => {
      const market = createDemoMarketData();
      const calls = everyCall.filter(([tool]) =>
        /statement|statistics|earnings|recommendations|insider/.test(tool),
      );
      for (const [tool, args] of calls) {
        const { facts, notices } = await ask(market, tool, { symbol, ...args });
        expect(facts).toEqual([]);
        expect(notices).toHaveLength(1);
        expect(notices[0]).toMatch(new RegExp(`^${symbol}: the source has no .+\\.$`));
      }
    },
  );
});
