import { describe, expect, it } from "vitest";
import type { Fact } from "#core/fact.ts";
import { figureDiff } from "#core/run-diff/figures.ts";
import { fact, result } from "../examples.ts";

/** Two results on a symbol each, with these facts. */
function between(
  a: readonly Partial<Fact>[],
  b: readonly Partial<Fact>[],
  symbols = { a: "AAPL", b: "AAPL" },
) {
  const of = (symbol: string, facts: readonly Partial<Fact>[]) =>
    result({
      symbol,
      facts: facts.map(({ path = "price.close", ...rest }) =>
        fact({ id: `${symbol}:${path}`, path, ...rest }),
      ),
    });
  return figureDiff({ a: of(symbols.a, a), b: of(symbols.b, b) });
}

describe("figures of two results", () => {
  it("that differ have their change in percent of the first", () => {
    expect(between([{ value: 200 }], [{ value: 150 }])).toEqual({
      both: 1,
      only: { a: 0, b: 0 },
      changed: [
        {
          path: "price.close",
          label: "Close",
          a: { value: 200, unit: "currency", currency: "USD" },
          b: { value: 150, unit: "currency", currency: "USD" },
          changePercent: -25,
        },
      ],
    });
  });

  it("that are the same but for how a computer adds up are no change", () => {
    expect(between([{ value: 0.1 + 0.2 }], [{ value: 0.3 }]).changed).toEqual([]);
  });

  it("rise from a negative figure with a positive change", () => {
    expect(between([{ value: -2 }], [{ value: -1 }]).changed[0]?.changePercent).toBe(50);
  });

  it("stand by the size of their change, and those without one last", () => {
    const a = [
      { path: "from_zero", value: 0 },
      { path: "small", value: 100 },
      { path: "fall", value: 100 },
    ];
    const b = [
      { path: "from_zero", value: 5 },
      { path: "small", value: 101 },
      { path: "fall", value: 10 },
    ];
    const { changed } = between(a, b);
    expect(changed.map(({ path }) => path)).toEqual(["fall", "small", "from_zero"]);
    expect(changed.at(-1)?.changePercent).toBeNull();
  });

  it("in different currencies differ, and have no change in percent", () => {
    const { changed } = between([{ value: 5 }], [{ value: 5, currency: "EUR" }]);
    expect(changed.map(({ changePercent }) => changePercent)).toEqual([null]);
  });

  it("that only one knows are counted, and texts and unknown values are none", () => {
    const a = [
      { path: "one", value: 1 },
      { path: "name", value: "Apple" },
      { path: "unknown", value: null },
    ];
    const b = [
      { path: "two", value: 1 },
      { path: "three", value: 1 },
      { path: "unknown", value: 3 },
    ];
    expect(between(a, b)).toMatchObject({ both: 0, only: { a: 1, b: 3 }, changed: [] });
  });

  it("of different symbols are matched by what they are", () => {
    const { changed } = between([{ value: 100 }], [{ value: 110 }], { a: "AAPL", b: "MSFT" });
    expect(changed).toMatchObject([{ path: "price.close", changePercent: 10 }]);
  });

  it("of a third symbol are never taken for the run's own", () => {
    const a = [{ path: "price.close", value: 100 }];
    const b = [{ id: "SPY:price.close", path: "price.close", value: 110 }];
    expect(between(a, b)).toMatchObject({ both: 0, only: { a: 1, b: 1 } });
  });
});
