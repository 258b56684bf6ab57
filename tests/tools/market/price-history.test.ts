import { describe, expect, it } from "vitest";
import { ask } from "../../helpers/fact-tools.ts";
import { bars, fakeMarket } from "../../helpers/fake-market.ts";

const NAME = "get_price_history";
const args = { symbol: "ACME" };

function marketOf(candles: ReturnType<typeof bars>, currency = "USD") {
  return fakeMarket({ histories: { ACME: { candles, currency } } });
}

describe("the price history", () => {
  it("asks for two years up to the run's day", async () => {
    const asked: unknown[] = [];
    await ask(fakeMarket({ onRead: (...call) => asked.push(call.slice(0, 2)) }), NAME, args);
    expect(asked).toEqual([
      ["history", { symbol: "ACME", asOf: "2024-06-28", from: "2022-06-29" }],
    ]);
  });

  it("states the last close as quoted, in the price's currency, as of its bar's day", async () => {
    const candles = bars(300, { close: () => 250, adjustment: 0.9 });
    const { at } = await ask(marketOf(candles, "GBp"), NAME, args);
    expect(at("price.close")).toMatchObject({
      value: 250,
      unit: "currency",
      currency: "GBp",
      asOf: "2024-06-28",
      availableAt: "2024-06-28T20:00:00.000Z",
      note: "split-adjusted, as quoted",
    });
  });

  it("says of every change that it is of adjusted closes, and from when", async () => {
    const { at, paths } = await ask(fakeMarket(), NAME, args);
    const changes = paths.filter((path) => path.startsWith("price.change_"));
    expect(changes).toHaveLength(6);
    for (const path of changes) {
      expect(at(path)).toMatchObject({ unit: "percent", asOf: "2024-06-28" });
      expect(at(path).note).toMatch(/^of adjusted closes, from \d{4}-\d{2}-\d{2}$/);
    }
  });

  it("finds the range of 52 weeks and of 20 bars", async () => {
    const candles = bars(600, { close: (i) => i + 1 });
    const { at } = await ask(marketOf(candles), NAME, args);
    const yearBars = candles.filter(({ date }) => date >= "2023-06-29");
    expect(at("price.high_52w").value).toBe(601);
    expect(at("price.low_52w").value).toBe(yearBars[0]?.low);
    expect(at("price.from_high_52w").value).toBeCloseTo((600 / 601 - 1) * 100, 10);
    expect(at("price.support_20").value).toBe(580);
    expect(at("price.resistance_20").value).toBe(601);
  });

  it.each([1, 3, 49, 226])("has no 52-week range of %i bars, and says why", async (count) => {
    const { at } = await ask(marketOf(bars(count)), NAME, args);
    for (const path of ["price.high_52w", "price.low_52w", "price.from_high_52w"]) {
      const note = `needs about 252 bars of a year, has ${count}`;
      expect(at(path)).toMatchObject({ value: null, note });
    }
    expect(at("price.close").value).not.toBeNull();
  });

  it("does not take old bars for the last year's", async () => {
    const candles = [...bars(300, { until: "2023-06-27" }), ...bars(3)];
    const { at } = await ask(marketOf(candles), NAME, args);
    expect(at("price.high_52w")).toMatchObject({
      value: null,
      note: "needs about 252 bars of a year, has 3",
    });
  });

  it.each([
    ["^GSPC", "points", null, "count", "Volume, as the source counts it"],
    ["^TNX", "percent", null, "count", "Volume, as the source counts it"],
    ["BTC-USD", "currency", "USD", "count", "Volume, as the source counts it"],
    ["GC=F", "currency", "USD", "count", "Volume, in contracts"],
    ["ACME", "currency", "USD", "shares", "Volume"],
  ])(
    "of %s has prices in %s (%s) and volume in %s",
    async (symbol, unit, currency, volume, label) => {
      const { at } = await ask(fakeMarket(), NAME, { symbol });
      const prices = ["close", "high_52w", "low_52w", "support_20", "resistance_20"];
      for (const name of prices) expect(at(`price.${name}`)).toMatchObject({ unit, currency });
      expect(at("price.volume")).toMatchObject({ unit: volume, label });
      expect(at("price.volume_average_20").unit).toBe(volume);
      expect(at("price.bars").unit).toBe("count");
    },
  );

  it("gives null with the reason for what needs more bars", async () => {
    const { at } = await ask(marketOf(bars(12)), NAME, args);
    for (const path of ["price.support_20", "price.resistance_20", "price.volume_average_20"]) {
      expect(at(path)).toMatchObject({ value: null, note: "needs 20 bars, has 12" });
    }
    expect(at("price.change_1y")).toMatchObject({
      value: null,
      note: "needs bars of 1 year, the first is of 2024-06-13",
    });
  });

  it("takes volume that is never counted for unknown, and a day without trade for a day of 0", async () => {
    const uncounted = await ask(marketOf(bars(300, { volume: 0 })), NAME, args);
    for (const path of ["price.volume", "price.volume_average_20"]) {
      expect(uncounted.at(path)).toMatchObject({
        value: null,
        note: "the source counts no volume for it",
      });
    }
    const quiet = bars(300).map((bar, i) => (i === 299 ? { ...bar, volume: 0 } : bar));
    const { at } = await ask(marketOf(quiet), NAME, args);
    expect(at("price.volume").value).toBe(0);
    expect(at("price.volume_average_20").value).toBe(950);
  });

  it("counts the bars and the age of the last against the run's day", async () => {
    const candles = bars(30, { until: "2024-06-14" });
    const { at, notices } = await ask(marketOf(candles), NAME, args);
    expect(at("price.bars").value).toBe(30);
    expect(at("price.last_day").value).toBe("2024-06-14");
    expect(at("price.age_days")).toMatchObject({ value: 14, asOf: "2024-06-28" });
    expect(notices).toEqual([
      "ACME: stale prices; the last daily bar is of 2024-06-14, 14 days before 2024-06-28.",
    ]);
  });

  it("without bars is empty and says so", async () => {
    const { facts, notices } = await ask(marketOf([]), NAME, args);
    expect(facts).toEqual([]);
    expect(notices).toEqual(["ACME: no daily bars up to 2024-06-28."]);
  });

  it("counts the jumps that look like splits, and names their days and factors", async () => {
    const close = (i: number) => (i < 100 ? 400 : i < 200 ? 100 : 10_000);
    const candles = bars(300, { close });
    const { at, notices } = await ask(marketOf(candles), NAME, args);
    const [first, second] = [candles[100]?.date, candles[200]?.date];
    const note = `${first}: x0.25, no split known; ${second}: x100, no split known`;
    expect(at("price.unexplained_jumps")).toMatchObject({ value: 2, unit: "count", note });
    expect(notices.join("\n")).toContain(note);
    const smooth = await ask(fakeMarket(), NAME, args);
    expect(smooth.at("price.unexplained_jumps")).toMatchObject({ value: 0, note: null });
  });
});
