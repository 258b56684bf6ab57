import { describe, expect, it } from "vitest";
import { readClosing } from "#core/report.ts";

const TEXT = "The trend is up.\n\nIt may turn.";

describe("the closing line of a report", () => {
  it.each([
    "STANCE: bullish CONFIDENCE: 0.70",
    "**STANCE: bullish CONFIDENCE: 0.7**",
    "**STANCE:** bullish **CONFIDENCE:** 0.7",
    "**STANCE**: **bullish**, **CONFIDENCE**: **0.7**",
    "_STANCE: bullish_ | _CONFIDENCE: .7_",
    "`STANCE: bullish CONFIDENCE: 0.70`",
    "> STANCE: bullish; CONFIDENCE: 70%",
    "- stance: Bullish, confidence: 70 %.",
    "### STANCE: BULLISH CONFIDENCE: 0.70.",
    "---\n\nSTANCE: bullish CONFIDENCE: 0.7",
    "**STANCE:** bullish\n\n**CONFIDENCE:** 0.7",
  ])("is read and taken off however it is decorated: %j", (line) => {
    expect(readClosing(`${TEXT}\n\n${line}\n`)).toEqual({
      text: TEXT,
      stance: "bullish",
      confidence: 0.7,
    });
  });

  it.each(["bullish", "neutral", "bearish"])("may state %s", (stance) => {
    expect(readClosing(`STANCE: ${stance} CONFIDENCE: 0.5`)).toMatchObject({ text: "", stance });
  });

  it.each(["0", "1", "0%", "100%"])("may state a confidence of %s", (stated) => {
    const { confidence } = readClosing(`STANCE: neutral CONFIDENCE: ${stated}`);
    expect(confidence).toBe(stated.startsWith("1") ? 1 : 0);
  });

  it.each(["", " CONFIDENCE: high", " CONFIDENCE: -0.5", " CONFIDENCE: 1.5", " CONFIDENCE: 170%"])(
    "states no confidence with %j",
    (rest) => {
      const closing = { text: "Up.", stance: "bullish", confidence: null };
      expect(readClosing(`Up.\nSTANCE: bullish${rest}`)).toEqual(closing);
    },
  );

  it.each(["0,7", "1/10", "0.6-0.8", "0.5.1"])(
    "gives no confidence for the beginning of %s",
    (stated) => {
      const { confidence } = readClosing(`STANCE: bullish CONFIDENCE: ${stated}`);
      expect(confidence).toBeNull();
    },
  );

  it.each([
    "Up.",
    "The STANCE: bullish CONFIDENCE: 0.7 of others.",
    "STANCE: bullishly CONFIDENCE: 0.7",
    "STANCE: up CONFIDENCE: 0.7",
    "STANCE: bullish|neutral|bearish CONFIDENCE: 0.00-1.00",
  ])("is not there in %j", (text) => {
    expect(readClosing(`  ${text}\n`)).toEqual({ text, stance: null, confidence: null });
  });

  it("is the last one, and only that one is taken off", () => {
    const first = "STANCE: bearish CONFIDENCE: 0.9";
    const text = `${first}\nBut then again.\nSTANCE: bullish CONFIDENCE: 0.6\nThe end.`;
    expect(readClosing(text)).toEqual({
      text: `${first}\nBut then again.\n\nThe end.`,
      stance: "bullish",
      confidence: 0.6,
    });
  });

  it("is looked for without delay in any number of blank lines", () => {
    const text = `Up.${"\n".repeat(200_000)}Down.`;
    expect(readClosing(text)).toEqual({ text, stance: null, confidence: null });
  });
});
