import { describe, expect, it } from "vitest";
import { historyNotices } from "#tools/history-notices.ts";
import { bars } from "../helpers/fake-market.ts";

const history = {
  symbol: "ACME",
  currency: "USD",
  timeZone: null,
  candles: bars(30, { until: "2024-06-18" }),
  droppedBars: 0,
  source: "fake",
};

describe("the notices of a price history", () => {
  it("are none where all bars are there and the last is up to ten days old", () => {
    expect(historyNotices(history, "2024-06-18")).toEqual([]);
    expect(historyNotices(history, "2024-06-28")).toEqual([]);
  });

  it("call prices stale whose last bar is more than ten days old", () => {
    expect(historyNotices(history, "2024-06-29")).toEqual([
      "ACME: stale prices; the last daily bar is of 2024-06-18, 11 days before 2024-06-29.",
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
