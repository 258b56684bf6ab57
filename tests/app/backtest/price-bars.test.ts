import { describe, expect, it } from "vitest";
import { readPriceBars } from "#app/backtest/price-bars.ts";
import { DeskError } from "#core/errors.ts";
import type { MarketData } from "#core/ports.ts";
import { bars, type FakeParts, fakeMarket, TODAY } from "../../helpers/fake-market.ts";

const query = { symbol: "ACME", from: "2024-06-01", asOf: TODAY };

/** Markets of which the demo market is opened, and Yahoo is never asked. */
function marketsOf(parts: FakeParts) {
  const demo = fakeMarket(parts);
  const refuse = () => Promise.reject(new Error("Yahoo was asked"));
  const yahoo: MarketData = { ...fakeMarket(), history: refuse };
  return { yahoo, demo, open: async () => data };
}

const data = { source: "demo", synthetic: true, notice: "SYNTHETIC DATA" } as const;

describe("a symbol's price bars", () => {
  it("are the adjusted ones of the source that was opened, with its currency", async () => {
    const candles = bars(3, { close: (i) => 10 + i, adjustment: 0.5 });
    const markets = marketsOf({ histories: { ACME: { candles, currency: "EUR" } } });
    const read = await readPriceBars(query, markets, {});
    expect(read).toMatchObject({ data, currency: "EUR", warnings: [] });
    expect(read.bars).toMatchObject({
      symbol: "ACME",
      dates: ["2024-06-26", "2024-06-27", TODAY],
      open: [5, 5.5, 6],
      close: [5, 5.5, 6],
    });
  });

  it("are asked for from the first day to the last", async () => {
    const asked: unknown[] = [];
    const onRead = (_: string, question: unknown) => asked.push(question);
    await readPriceBars(query, marketsOf({ onRead }), {});
    expect(asked).toEqual([query]);
  });

  it("come with what is amiss with them", async () => {
    const markets = marketsOf({ histories: { ACME: { droppedBars: 2 } } });
    const { warnings } = await readPriceBars(query, markets, {});
    expect(warnings).toEqual([expect.stringContaining("2 daily bars with missing or impossible")]);
  });

  it("of a symbol that is not known are the opener's error", async () => {
    const error = new DeskError("unknown_symbol", "no such symbol");
    const markets = { ...marketsOf({}), open: () => Promise.reject(error) };
    await expect(readPriceBars(query, markets, {})).rejects.toBe(error);
  });
});
