import { describe, expect, it } from "vitest";
import * as say from "#runtime/models/rules/wording.ts";

describe("wording", () => {
  it("counts none, one and many", () => {
    expect([0, 1, 3, 13].map((count) => say.counted(count, "upgrade"))).toEqual([
      "no upgrades",
      "one upgrade",
      "three upgrades",
      "13 upgrades",
    ]);
  });

  it("states a distance as positive, with the side in words", () => {
    expect(say.away(-4.2)).toBe("4.20 % below");
    expect(say.away(4.2)).toBe("4.20 % above");
    expect(say.away(0.001)).toBe("level with");
  });

  it("rounds half away from zero and names a whole as all", () => {
    expect([1.005, 0.0885, -0.0401].map(say.twoDecimals)).toEqual(["1.01", "0.09", "-0.04"]);
    expect([say.outOf(2, 10), say.outOf(0, 3), say.outOf(3, 3)]).toEqual([
      "two of ten",
      "none of three",
      "all three",
    ]);
  });

  it("says 1 day and 2 days", () => {
    expect([0, 1, 2].map(say.inDays)).toEqual(["today", "in 1 day", "in 2 days"]);
  });

  it("takes the capital off a word and leaves it on an abbreviation", () => {
    expect(say.uncapitalised("The trend is up.")).toBe("the trend is up.");
    expect(say.uncapitalised("A day.")).toBe("a day.");
    expect(say.uncapitalised("RSI 14 is high.")).toBe("RSI 14 is high.");
  });
});
