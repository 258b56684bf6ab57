import { describe, expect, it } from "vitest";
import { lastYear, tradingDaysPerYear, whyNoYear } from "#tools/last-year.ts";
import { bars } from "../helpers/fake-market.ts";

describe("the last year of bars", () => {
  it("ends with the last bar and begins 365 days before it", () => {
    const year = lastYear(bars(800, { everyDay: true }));
    expect(year).toHaveLength(366);
    expect([year[0]?.date, year.at(-1)?.date]).toEqual(["2023-06-29", "2024-06-28"]);
  });

  it("counts back from the last bar, however old it is", () => {
    const year = lastYear(bars(600, { until: "2020-01-31" }));
    expect([year[0]?.date, year.at(-1)?.date]).toEqual(["2019-01-31", "2020-01-31"]);
  });

  it("of fewer bars is all of them", () => {
    expect(lastYear(bars(30))).toEqual(bars(30));
    expect(lastYear([])).toEqual([]);
  });

  it("ends with another day where one is given", () => {
    const year = lastYear(bars(800), "2024-01-31");
    expect([year[0]?.date, year.at(-1)?.date]).toEqual(["2023-01-31", "2024-01-31"]);
    expect(lastYear([], "2024-01-31")).toEqual([]);
  });
});

describe("a figure named for a year", () => {
  it.each([0, 1, 3, 49, 226])("is not made of %i bars of an exchange", (count) => {
    expect(whyNoYear(bars(count))).toBe(`needs about 252 bars of a year, has ${count}`);
  });

  it("is made of 227 bars, 90 % of a year of 252, or more", () => {
    expect(whyNoYear(bars(227))).toBeNull();
    expect(whyNoYear(bars(252))).toBeNull();
  });

  it("needs bars of 90 % of 365 days where trade never stops", () => {
    expect(whyNoYear(bars(328, { everyDay: true }))).toBe(
      "needs about 365 bars of a year, has 328",
    );
    expect(whyNoYear(bars(329, { everyDay: true }))).toBeNull();
  });
});

describe("the days of trading a year", () => {
  it("are 365 where every Saturday is one, 252 where none or a few are", () => {
    const exchange = bars(250);
    const [saturday] = bars(7, { everyDay: true, until: "2024-06-21" });
    if (saturday === undefined) throw new Error("there is a Saturday");
    expect(saturday.date).toBe("2024-06-15");
    expect(tradingDaysPerYear(exchange)).toBe(252);
    expect(tradingDaysPerYear([...exchange, saturday])).toBe(252);
    expect(tradingDaysPerYear(bars(30, { everyDay: true }))).toBe(365);
  });
});
