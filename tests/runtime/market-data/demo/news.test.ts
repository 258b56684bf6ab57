import { describe, expect, it } from "vitest";
import { addDays } from "#core/day.ts";
import { figure } from "#core/figure.ts";
import { priceChange } from "#core/price-change.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { ask } from "../../../helpers/fact-tools.ts";

const demo = createDemoMarketData();
const UP = / (gains|climbs|up) \d/;
const DOWN = / (loses|slides|down) \d/;

describe("news of the demo market", () => {
  it("is ten headlines of the last two weeks, clearly invented", async () => {
    for (const asOf of ["2025-06-27", "2025-06-29", "2025-07-02"]) {
      const news = await demo.news({ symbol: "AAPL", asOf });
      expect(news).toHaveLength(10);
      for (const { title, publisher, url, publishedAt, source } of news) {
        expect(title).toMatch(/^AAPL \(demo\) .*(invented|imagined|made.up|does not exist)/);
        expect({ publisher, url, source }).toEqual({
          publisher: "Demo Wire",
          url: null,
          source: "demo market (synthetic)",
        });
        const day = publishedAt.slice(0, 10);
        expect(addDays(asOf, -16) < day && day <= asOf).toBe(true);
      }
    }
  });

  it("leans with the change of the adjusted close over the week, and states that", async () => {
    const asOf = "2025-06-30";
    const leanings = new Set<string>();
    for (const symbol of ["AAPL", "MSFT", "TSLA"]) {
      const { candles } = await demo.history({ symbol, asOf, from: addDays(asOf, -60) });
      for (const { title, publishedAt } of await demo.news({ symbol, asOf })) {
        const day = publishedAt.slice(0, 10);
        const { value } = priceChange(
          candles.filter(({ date }) => date <= day),
          "1w",
        );
        const move = value ?? NaN;
        const leaning = UP.test(title) ? "up" : DOWN.test(title) ? "down" : "rest";
        expect(leaning).toBe(move > 1 ? "up" : move < -1 ? "down" : "rest");
        if (leaning !== "rest") expect(title).toContain(` ${Math.abs(move).toFixed(2)} %`);
        leanings.add(leaning);
      }
    }
    expect(leanings).toEqual(new Set(["up", "down", "rest"]));
  });

  it("agrees on the newest day with what the price history says of the week", async () => {
    for (const symbol of ["AAPL", "KO", "M&M.NS", "BTC-USD", "GC=F"]) {
      for (const asOf of ["2025-05-19", "2025-02-18", "2024-08-16"]) {
        const { at } = await ask(demo, "get_price_history", { symbol }, asOf);
        const change = Number(at("price.change_1w").value);
        const [newest] = await demo.news({ symbol, asOf });
        const stated = / (\d+\.\d\d %)/.exec(newest?.title ?? "")?.[1];
        expect(stated).toBe(Math.abs(change) > 1 ? figure(Math.abs(change), "percent") : undefined);
      }
    }
  });

  it("is none until the market is a week old, since there is no week to speak of", async () => {
    expect(await demo.news({ symbol: "AAPL", asOf: "2010-01-10" })).toEqual([]);
    expect(await demo.news({ symbol: "AAPL", asOf: "2010-01-12" })).toHaveLength(2);
  });

  it("keeps a day's headline as days go by", async () => {
    const then = await demo.news({ symbol: "AAPL", asOf: "2025-06-27" });
    const later = await demo.news({ symbol: "AAPL", asOf: "2025-06-30" });
    expect(later.slice(1)).toEqual(then.slice(0, 9));
  });
});
