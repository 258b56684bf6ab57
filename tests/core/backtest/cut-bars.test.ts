import { describe, expect, it } from "vitest";
import { cutBars } from "#core/backtest/cut-bars.ts";
import { DeskError, messageOf } from "#core/errors.ts";

const bars = {
  symbol: "ACME",
  dates: ["2024-01-08", "2024-01-09", "2024-01-11"],
  open: [1, 2, 3],
  high: [1, 2, 3],
  low: [1, 2, 3],
  close: [1, 2, 3],
  volume: [1, 2, 3],
};

describe("bars that are cut", () => {
  it("hold both days, whether they are traded on or not", () => {
    expect(cutBars(bars, { from: "2024-01-09", to: "2024-01-11" }).dates).toEqual([
      "2024-01-09",
      "2024-01-11",
    ]);
    expect(cutBars(bars, { from: "2024-01-01", to: "2024-01-10" }).close).toEqual([1, 2]);
  });

  it("are whole where both ends are open", () => {
    expect(cutBars(bars, { from: null, to: null })).toEqual(bars);
  });

  it.each([
    ["2024-01-12", null, "0 bars are left from 2024-01-12 to the last"],
    [null, "2024-01-08", "1 bar is left from the first to 2024-01-08"],
    ["2024-01-10", "2024-01-09", "0 bars are left"],
  ])("are an error from %s to %s, which says what there is", (from, to, words) => {
    const cut = () => cutBars(bars, { from, to });
    expect(cut).toThrow(DeskError);
    try {
      cut();
    } catch (thrown) {
      expect(messageOf(thrown)).toContain(words);
      expect(messageOf(thrown)).toContain("bars of ACME are from 2024-01-08 to 2024-01-11");
      expect(thrown).toMatchObject({ code: "usage" });
    }
  });

  it("say so where there are none at all", () => {
    const none = { ...bars, dates: [] };
    expect(() => cutBars(none, { from: null, to: null })).toThrow("there are no bars of ACME");
  });
});
