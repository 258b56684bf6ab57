import { describe, expect, it } from "vitest";
import type { ConditionTest } from "#core/chain/condition.ts";
import { holds } from "#core/chain/holds.ts";
import { matchesWithin } from "#runtime/matches-within.ts";
import { failed, outcome, skipped } from "./examples.ts";

const number = (
  comparison: (ConditionTest & { kind: "number" })["comparison"],
  value: number,
  after: string | null = null,
): ConditionTest => ({ kind: "number", after, comparison, value });

const said = outcome("first", {
  output: "Verdict: SELL.\nThe score is 7 of 10.",
  stance: "bearish",
});

const cases: readonly (readonly [test: ConditionTest, met: boolean, why: string])[] = [
  [{ kind: "contains", text: "sell" }, true, 'first contains "sell"'],
  [{ kind: "contains", text: "buy" }, false, 'first does not contain "buy"'],
  [{ kind: "matches", pattern: "sell.+SCORE" }, true, 'first matches "sell.+SCORE"'],
  [{ kind: "matches", pattern: "^score" }, false, 'first does not match "^score"'],
  [{ kind: "stance", stance: "bearish" }, true, "first is bearish"],
  [{ kind: "stance", stance: "bullish" }, false, "first is not bullish (it is bearish)"],
  [number("above", 6), true, "first has a number above 6 (it is 7)"],
  [number("above", 7), false, "first has no number above 7 (it is 7)"],
  [number("at_least", 7), true, "first has a number at least 7 (it is 7)"],
  [number("at_most", 6.9), false, "first has no number at most 6.9 (it is 7)"],
  [number("below", 10), true, "first has a number below 10 (it is 7)"],
  [number("equals", 10, "OF"), true, 'first has a number after "OF" equal to 10 (it is 10)'],
  [number("below", 9, "grade"), false, 'first has no number after "grade" below 9 (there is none)'],
];

describe("a condition", () => {
  it.each(cases)("%j holds: %s", async (test, met, why) => {
    expect(await holds({ agent: "first", test }, [said], matchesWithin)).toEqual({
      holds: met,
      why,
    });
  });

  it("holds of nothing that is not there, whatever it says", async () => {
    const test = { kind: "contains", text: "the" } as const;
    const why = (...outcomes: Parameters<typeof holds>[1]) =>
      holds({ agent: "first", test }, outcomes, matchesWithin);
    expect(await why(failed("first"))).toEqual({
      holds: false,
      why: "first failed, so that nothing holds of its output",
    });
    expect((await why(skipped("first"))).why).toBe(
      "first was skipped, so that nothing holds of its output",
    );
    expect((await why(outcome("other"))).why).toBe("first has not been asked");
  });

  it("does not hold where that cannot be told in time", async () => {
    const test = { kind: "matches", pattern: "(a+)+$" } as const;
    expect(await holds({ agent: "first", test }, [said], async () => null)).toEqual({
      holds: false,
      why: 'it took too long to tell whether first matches "(a+)+$"',
    });
  });

  it("of a stance does not hold where none is stated", async () => {
    const test = { kind: "stance", stance: "neutral" } as const;
    const held = await holds({ agent: "first", test }, [outcome("first")], matchesWithin);
    expect(held.why).toBe("first is not neutral (it states none)");
  });
});
