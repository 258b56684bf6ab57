import { describe, expect, it } from "vitest";
import { historyNotices } from "#tools/history-notices.ts";
import { bars } from "../helpers/fake-market.ts";

const history = {
  symbol: "ACME",
  currency: "USD",
  timeZone: null,
  closesAt: "24:00",
  splits: [],
  candles: bars(30, { until: "2024-06-18" }),
  droppedBars: 0,
  source: "fake",
};

describe("the notices of a price history", () => {
  it("are none where all bars are there and the last is up to five days old", () => {
    expect(historyNotices(history, "2024-06-18")).toEqual([]);
    expect(historyNotices(history, "2024-06-23")).toEqual([]);
  });

  it("call prices stale whose last bar is more than five days old, a coin's more than two", () => {
    expect(historyNotices(history, "2024-06-24")).toEqual([
      "ACME: stale prices; the last daily bar is of 2024-06-18, 6 days before 2024-06-24.",
    ]);
    const coin = { ...history, symbol: "BTC-USD" };
    expect(historyNotices(coin, "2024-06-20")).toEqual([]);
    expect(historyNotices(coin, "2024-06-21")).toEqual([
      "BTC-USD: stale prices; the last daily bar is of 2024-06-18, 3 days before 2024-06-21.",
    ]);
  });

  it("name a jump by the factor of a split, and whether a split is known that day", () => {
    const close = (i: number) => (i < 20 ? 100 : 25);
    const candles = bars(30, { until: "2024-06-18", close });
    const day = candles[20]?.date ?? "";
    expect(historyNotices({ ...history, candles }, "2024-06-18")).toEqual([
      `ACME: the adjusted close jumps by a factor of splits (${day}: x0.25, no split known); what spans it may be wrong.`,
    ]);
    const splits = [{ date: day, ratio: 4 }];
    expect(historyNotices({ ...history, candles, splits }, "2024-06-18")).toEqual([
      `ACME: the adjusted close jumps by a factor of splits (${day}: x0.25, that day's split of 4:1 not adjusted for); what spans it may be wrong.`,
    ]);
  });

  it("count the bars that were left out", () => {
    expect(historyNotices({ ...history, droppedBars: 3 }, "2024-06-18")).toEqual([
      "ACME: 3 daily bars with missing or impossible prices left out.",
    ]);
    expect(historyNotices({ ...history, droppedBars: 1 }, "2024-06-18")).toEqual([
      "ACME: 1 daily bar with a missing or impossible price left out.",
    ]);
  });

  it("say that there are no bars, and that those there were were left out", () => {
    expect(historyNotices({ ...history, candles: [], droppedBars: 2 }, "2024-06-28")).toEqual([
      "ACME: 2 daily bars with missing or impossible prices left out.",
      "ACME: no daily bars up to 2024-06-28.",
    ]);
  });
});
