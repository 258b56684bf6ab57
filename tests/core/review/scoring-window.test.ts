import { describe, expect, it } from "vitest";
import { historyWindow } from "#core/history-window.ts";
import { scoringWindow } from "#core/review/scoring-window.ts";

describe("the prices that scoring asks for", () => {
  it("are those that every run asks for, so that they are in the cache", () => {
    expect(scoringWindow("ACME", "2024-01-31", "2024-06-28")).toEqual(
      historyWindow("ACME", "2024-06-28"),
    );
  });

  it("begin two weeks before a decision that is older", () => {
    expect(scoringWindow("ACME", "2020-01-31", "2024-06-28")).toEqual({
      symbol: "ACME",
      asOf: "2024-06-28",
      from: "2020-01-17",
    });
  });
});
