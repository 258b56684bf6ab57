import { describe, expect, it } from "vitest";
import { growthIn } from "#app/page/parts/growth.ts";
import { contest } from "../../fixtures/contest.ts";

const { bars, split, request } = contest();
const equity = bars.dates.map((_, at) => 1_000 + at);

describe("growth in the period that is judged by", () => {
  it("begins out of sample, at 1 at the close before it", () => {
    const growth = growthIn({ bars, split, rules: request.rules }, equity);
    expect(growth).toHaveLength(71);
    expect(growth[0]).toBe(1);
    expect(growth.at(-1)).toBe(1_209 / 1_139);
  });

  it("is of all bars where periods are not told apart, against the money at the start", () => {
    const rules = { ...request.rules, cash: 500 };
    expect(growthIn({ bars, split: null, rules }, [500, 250])).toEqual([1, 0.5]);
  });

  it("is nothing without a run, or where all was lost before", () => {
    const page = { bars, split, rules: request.rules };
    expect(growthIn(page, [])).toEqual([]);
    expect(
      growthIn(
        page,
        equity.map(() => 0),
      ),
    ).toEqual([]);
  });
});
