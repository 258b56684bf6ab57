import { describe, expect, it } from "vitest";
import { lastYear } from "#tools/last-year.ts";
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
});
