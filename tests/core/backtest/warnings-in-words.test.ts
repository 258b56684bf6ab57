import { describe, expect, it } from "vitest";
import { warningsInWords } from "#core/backtest/warnings-in-words.ts";

describe("a strategy's warnings in words", () => {
  it("have a sentence a kind, with how often, when first and what", () => {
    expect(
      warningsInWords(
        [
          { kind: "not_a_number", bars: 3, first: { date: "2024-01-08", detail: "NaN" } },
          { kind: "threw", bars: 1, first: { date: "2024-01-09", detail: "Error: no" } },
        ],
        500,
      ),
    ).toEqual([
      "On 3 of 500 bars the strategy gave no finite number, which is a hold; first on 2024-01-08: NaN",
      "On 1 of 500 bars the strategy threw an error, which is a hold; first on 2024-01-09: Error: no",
    ]);
  });

  it("are none where there was nothing to warn of", () => {
    expect(warningsInWords([], 500)).toEqual([]);
  });
});
