import { describe, expect, it } from "vitest";
import { addDays } from "#core/day.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";

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

  it("leans with the price of the five days before", async () => {
    const asOf = "2025-06-30";
    const leanings = new Set<string>();
    for (const symbol of ["AAPL", "MSFT", "TSLA"]) {
      const { candles } = await demo.history({ symbol, asOf, from: addDays(asOf, -60) });
      const at = (day: string) => candles.findIndex(({ date }) => date === day);
      for (const { title, publishedAt } of await demo.news({ symbol, asOf })) {
        const index = at(publishedAt.slice(0, 10));
        const move = (candles[index]?.close ?? NaN) / (candles[index - 5]?.close ?? NaN) - 1;
        const leaning = UP.test(title) ? "up" : DOWN.test(title) ? "down" : "rest";
        expect(leaning).toBe(move > 0.01 ? "up" : move < -0.01 ? "down" : "rest");
        if (leaning !== "rest") expect(title).toContain(`${Math.abs(100 * move).toFixed(1)}%`);
        leanings.add(leaning);
      }
    }
    expect(leanings).toEqual(new Set(["up", "down", "rest"]));
  });

  it("keeps a day's headline as days go by", async () => {
    const then = await demo.news({ symbol: "AAPL", asOf: "2025-06-27" });
    const later = await demo.news({ symbol: "AAPL", asOf: "2025-06-30" });
    expect(later.slice(1)).toEqual(then.slice(0, 9));
  });
});
