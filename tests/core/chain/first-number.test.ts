import { describe, expect, it } from "vitest";
import { firstNumber } from "#core/chain/first-number.ts";

describe("the first number of a text", () => {
  it.each([
    ["It is 7 of 10.", null, 7],
    ["**Score:** **8**/10", "score", 8],
    ["down -3.5 %", null, -3.5],
    ["down −3.5 %", null, -3.5],
    ["(-2)", null, -2],
    ["+4", null, 4],
    ["5-10 days", null, 5],
    ["-$1,234.50 lost", null, -1234.5],
    ["$-5", null, -5],
    ["€ -5", null, -5],
    ["1.234,50 EUR", null, 1234.5],
    ["1,234,567", null, 1_234_567],
    ["0,75", null, 0.75],
    [".5", null, 0.5],
    ["12%", null, 12],
    ["Q3 by GPT-4: 9", null, 9],
    ["On 2026-11-20 at 10:30, 6", null, 6],
    ["score 3. Final Score: 9", "final score", 9],
    ["İİ SCORE 5", "score", 5],
    ["9 before the score", "score", null],
    ["no number", null, null],
    ["", null, null],
  ])("of %j behind %j is %s", (text, after, value) => {
    expect(firstNumber(text, after)).toBe(value);
  });
});
