import { describe, expect, it } from "vitest";
import { beginningOf, sentencesOf } from "#runtime/models/rules/excerpt.ts";

describe("beginningOf", () => {
  it("quotes a short sentence whole, without its period", () => {
    expect(beginningOf("Revenue grew 6.43 %.")).toBe("“Revenue grew 6.43 %”");
  });

  it("cuts a long one where a clause ends", () => {
    const long =
      "The trend is down: at 479.23 USD, the price stands 14.81 % below its 200-day average (562.54 USD) and 9.09 % below its 50-day average.";
    expect(beginningOf(long)).toBe(
      "“The trend is down: at 479.23 USD, the price stands 14.81 % below its 200-day average (562.54 USD)…”",
    );
  });

  it("never cuts between a figure and its unit", () => {
    const words = "word ".repeat(20);
    expect(beginningOf(`${words}costs 123.45 USD in all and more.`)).toBe(`“${words}costs…”`);
  });

  it("keeps quotation marks inside a quotation apart", () => {
    expect(beginningOf("The newest is “Up” today.")).toBe("“The newest is ‘Up’ today”");
  });
});

describe("sentencesOf", () => {
  it("takes emphasis, headings and line breaks off", () => {
    expect(sentencesOf("## Case\n\n**Growth.** It grows\nby 5.2 %. So buy.")).toEqual([
      "Case Growth.",
      "It grows by 5.2 %.",
      "So buy.",
    ]);
    expect(sentencesOf(" \n")).toEqual([]);
  });
});
