import { describe, expect, it } from "vitest";
import type { StrategyWarning } from "#core/backtest/strategy-runner.ts";
import { warningsInWords } from "#core/backtest/warnings-in-words.ts";

const warnings: StrategyWarning[] = [
  { kind: "not_a_number", bars: 3, first: { date: "2024-01-08", detail: "NaN" } },
  { kind: "threw", bars: 1, first: { date: "2024-01-09", detail: "Error: no" } },
];

describe("a run's warnings in words", () => {
  it("have a sentence a kind, with how often, when first and what", () => {
    expect(warningsInWords({ ruinedOn: null, warnings }, 500)).toEqual([
      "On 3 of 500 bars the strategy gave no finite number, which is a hold; first on 2024-01-08: NaN",
      "On 1 of 500 bars the strategy threw an error, which is a hold; first on 2024-01-09: Error: no",
    ]);
  });

  it("begin with its ruin, and the day", () => {
    const [first, ...others] = warningsInWords({ ruinedOn: "2013-04-22", warnings }, 500);
    expect(first).toBe(
      "Its equity was gone on 2013-04-22: all was closed, and it was asked no more.",
    );
    expect(others).toHaveLength(2);
  });

  it("are none where there was nothing to warn of", () => {
    expect(warningsInWords({ ruinedOn: null, warnings: [] }, 500)).toEqual([]);
  });
});
