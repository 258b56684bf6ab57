import { describe, expect, it } from "vitest";
import { equityOf } from "#app/page/client/report/equity-curves.ts";
import { contest } from "../../../../fixtures/contest.ts";

describe("the equity of a contest", () => {
  const result = contest();

  it("is of every strategy that could be run, beside buying and holding", () => {
    const run = result.entries.filter(({ equity }) => equity.length > 0);
    const curves = equityOf(result)?.curves ?? [];
    expect(curves.map(({ author }) => author).toSorted()).toEqual(
      run.map(({ author }) => author).toSorted(),
    );
    expect(curves.every(({ path }) => path.startsWith("M0 "))).toBe(true);
  });

  it("is nothing where none could be run", () => {
    const entries = result.entries.map((entry) => ({ ...entry, equity: [] }));
    expect(equityOf({ ...result, entries })).toBeNull();
  });
});
