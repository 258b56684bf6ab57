import { describe, expect, it } from "vitest";
import { endsOf, percentAbove, priceChange, spanNames, whyNoEnds } from "#core/price-change.ts";
import { bars } from "../helpers/fake-market.ts";

describe("a price change", () => {
  it("is of adjusted closes, in percent, and says from which day", () => {
    const candles = bars(10, { close: (i) => (i < 5 ? 100 : 104.2), adjustment: 0.5 });
    const { value, unit, note } = priceChange(candles, "1w");
    expect(value).toBeCloseTo(4.2, 10);
    expect(unit).toBe("percent");
    expect(note).toBe("of adjusted closes, from 2024-06-21");
  });

  it("is not moved by a dividend that the adjusted close makes up for", () => {
    const [first, last] = bars(2);
    if (first === undefined || last === undefined) throw new Error("there are two bars");
    const candles = [
      { ...first, close: 100, adjustedClose: 98 },
      { ...last, close: 98, adjustedClose: 98 },
    ];
    expect(priceChange(candles, "1d").value).toBe(0);
  });

  it("over a day is from the bar before, over a weekend too", () => {
    const candles = bars(6, { until: "2024-06-24" });
    expect(endsOf(candles, "1d")).toMatchObject({
      from: { date: "2024-06-21" },
      to: { date: "2024-06-24" },
    });
  });

  it("spans the same days on a market that never closes as on one that does", () => {
    const days = [false, true].map((everyDay) => endsOf(bars(600, { everyDay }), "3m")?.from.date);
    expect(days).toEqual(["2024-03-29", "2024-03-29"]);
  });

  it("begins with the last bar before the span where none is of its first day", () => {
    const candles = bars(600).filter(({ date }) => date < "2024-05-20" || date > "2024-06-10");
    expect(endsOf(candles, "1m")?.from.date).toBe("2024-05-17");
  });

  it("is null where the bar that it would begin with lies before a gap", () => {
    const [old] = bars(300);
    if (old === undefined) throw new Error("there is a bar");
    const candles = [old, ...bars(3)];
    for (const span of ["1w", "1m", "3m", "6m"] as const) {
      expect(priceChange(candles, span).value).toBeNull();
    }
    expect(priceChange(candles, "1m").note).toBe(
      "needs a bar of about 2024-05-29, which is in a gap of the bars",
    );
    expect(priceChange(candles, "1d").value).not.toBeNull();
  });

  it("is null with the reason where the bars do not reach back far enough", () => {
    const candles = bars(49);
    expect(priceChange(candles, "3m")).toEqual({
      value: null,
      unit: "percent",
      note: "needs bars of 3 months, the first is of 2024-04-23",
    });
    expect(priceChange(candles, "1m").value).not.toBeNull();
  });

  it("is null for every span of no bars or of one", () => {
    for (const span of spanNames) {
      expect(priceChange([], span)).toMatchObject({ value: null, note: "no daily bars" });
      expect(priceChange(bars(1), span).value).toBeNull();
      expect(whyNoEnds(bars(1), span)).toContain("the first is of 2024-06-28");
    }
  });

  it("of a fall is negative", () => {
    expect(percentAbove(95, 100)).toBeCloseTo(-5, 10);
    expect(percentAbove(100, 100)).toBe(0);
  });
});
