import { describe, expect, it } from "vitest";
import { noteOn } from "#core/indicators/indicator.ts";
import { macd } from "#core/indicators/macd.ts";
import { rsi14 } from "#core/indicators/rsi.ts";
import { sma50 } from "#core/indicators/sma.ts";
import { flatBars, walk } from "./bars.ts";

describe("noteOn", () => {
  it("says how many bars a line lacks, each line by its own need", () => {
    const [line, signal] = notes(macd, walk(30));
    expect(line).toContain(macd.definition);
    expect(signal).toBe("needs 34 bars, has 30");
  });

  it("says why a value is undefined although the bars suffice", () => {
    expect(notes(rsi14, flatBars(30))).toEqual(["undefined: the close has not changed once"]);
  });

  it("says that a value with a memory has not settled, until it has", () => {
    expect(notes(rsi14, walk(60))).toEqual([
      `${rsi14.definition}; not settled: has 60 of the 109 bars that it takes`,
    ]);
    expect(notes(rsi14, walk(109))).toEqual([rsi14.definition]);
  });

  it("is the definition where a window of bars is all that counts", () => {
    expect(notes(sma50, walk(50))).toEqual([sma50.definition]);
  });
});

function notes(indicator: typeof sma50, candles: ReturnType<typeof walk>): string[] {
  return indicator
    .compute(candles)
    .map((line) => noteOn(indicator, line, candles.length, line.values.at(-1) ?? null));
}
