import { describe, expect, it } from "vitest";
import { historyAsOf } from "#core/as-of.ts";
import type { Candle, PriceHistory } from "#core/candle.ts";
import type { Day } from "#core/day.ts";

const LONG_AFTER = Date.parse("2026-01-01T00:00:00Z");

const candle = (date: Day, changes: Partial<Candle> = {}): Candle => ({
  date,
  open: 10,
  high: 12,
  low: 9,
  close: 10,
  adjustedClose: 10,
  volume: 1_000,
  ...changes,
});

const history = (days: readonly Day[], changes: Partial<PriceHistory> = {}): PriceHistory => ({
  symbol: "ACME",
  currency: "USD",
  timeZone: "America/New_York",
  closesAt: "16:00",
  candles: days.map((day) => candle(day)),
  splits: [],
  droppedBars: 0,
  source: "test",
  ...changes,
});

const days = ["2025-03-06", "2025-03-07", "2025-03-10"];
const lastDay = (known: PriceHistory) => known.candles.at(-1)?.date;

describe("a price history as of a day", () => {
  it.each([
    ["New York", "America/New_York", "16:00", "2025-03-07"],
    ["Tokyo", "Asia/Tokyo", "15:30", "2025-03-07"],
    ["Auckland", "Pacific/Auckland", "16:45", "2025-03-07"],
    ["London", "Europe/London", "16:30", "2025-03-07"],
    ["a coin's market", "UTC", "24:00", "2025-03-07"],
    ["a market open to midnight in New York", "America/New_York", "24:00", "2025-03-06"],
    ["an unknown place", "Mars/Olympus", "16:00", "2025-03-06"],
  ])("in %s ends with the last bar that closed by the end of the day", (_, ...session) => {
    const [timeZone, closesAt, last] = session;
    const all = history(days, { timeZone, closesAt });
    expect(lastDay(historyAsOf(all, "2025-03-07", LONG_AFTER))).toBe(last);
  });

  it("ends with the last bar that has closed by now", () => {
    const asOf = "2025-03-10";
    // New York went to summer time on the ninth: 16:00 is 20:00 UTC.
    const [before, after] = ["2025-03-10T19:59:59Z", "2025-03-10T20:00:00Z"].map(Date.parse);
    expect(lastDay(historyAsOf(history(days), asOf, before ?? 0))).toBe("2025-03-07");
    expect(lastDay(historyAsOf(history(days), asOf, after ?? 0))).toBe("2025-03-10");
  });

  it("is empty where every bar is of later days", () => {
    expect(historyAsOf(history(days), "2025-03-01", LONG_AFTER).candles).toEqual([]);
  });

  it("holds no dividend yet to come: the last adjusted close is the close", () => {
    const candles = [
      candle("2025-03-06", { close: 100, adjustedClose: 88 }),
      candle("2025-03-07", { close: 98, adjustedClose: 88.2 }),
      candle("2025-03-10", { close: 90, adjustedClose: 90 }),
    ];
    const known = historyAsOf(history([], { candles }), "2025-03-07", LONG_AFTER).candles;
    expect(known.map(({ close }) => close)).toEqual([100, 98]);
    expect(known[1]?.adjustedClose).toBeCloseTo(98, 10);
    // The dividend between the two days stays in the scale: 88 to 88.2 is as 97.78 to 98.
    expect(known[0]?.adjustedClose).toBeCloseTo((88 / 88.2) * 98, 10);
  });

  it("holds no split yet to come: prices and volumes are as they were quoted then", () => {
    const candles = [candle("2025-03-07"), candle("2025-03-10")];
    const splits = [
      { date: "2025-03-07", ratio: 3 },
      { date: "2025-03-10", ratio: 4 },
      { date: "2025-06-02", ratio: 0.5 },
    ];
    const known = historyAsOf(history([], { candles, splits }), "2025-03-07", LONG_AFTER);
    expect(known.splits).toEqual([{ date: "2025-03-07", ratio: 3 }]);
    expect(known.candles).toEqual([
      candle("2025-03-07", {
        open: 20,
        high: 24,
        low: 18,
        close: 20,
        adjustedClose: 20,
        volume: 500,
      }),
    ]);
  });

  it("keeps a split of the day itself, though its bar has not closed", () => {
    const splits = [{ date: "2025-03-10", ratio: 4 }];
    const noon = Date.parse("2025-03-10T16:00:00Z");
    const known = historyAsOf(history(days, { splits }), "2025-03-10", noon);
    expect(known.candles.at(-1)).toMatchObject({ date: "2025-03-07", close: 10 });
    expect(known.splits).toEqual(splits);
  });
});
