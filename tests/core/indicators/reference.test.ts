import { describe, expect, it } from "vitest";
import type { Candle } from "#core/candle.ts";
import { indicatorNames, indicators } from "#core/indicators/index.ts";
import { teslaBars, walk } from "./bars.ts";
import { references } from "./reference.ts";

const tesla = teslaBars();

describe("every indicator equals its textbook formula within one part in a thousand million", () => {
  it.each(indicatorNames)("%s on a seeded walk of 300 bars", (name) => {
    expect(disagreements(name, walk(300))).toEqual([]);
  });

  const why = tesla === null ? " (skipped: no shared data beside the repository)" : "";
  it.skipIf(tesla === null).each(indicatorNames)(`%s on 3,303 bars of TSLA${why}`, (name) => {
    expect(tesla).toHaveLength(3303);
    expect(disagreements(name, tesla ?? [])).toEqual([]);
  });
});

/** Each bar of each line where the indicator and its reference differ. */
function disagreements(name: (typeof indicatorNames)[number], candles: readonly Candle[]) {
  const expected = references[name]?.(candles) ?? {};
  const lines = indicators[name].compute(candles);
  expect(lines.map(({ path }) => path)).toEqual(Object.keys(expected));
  return lines.flatMap(({ path, values }) =>
    values.flatMap((value, i) => {
      const reference = expected[path]?.[i] ?? null;
      return agree(value, reference, candles[i]?.close ?? 0) ? [] : [{ path, i, value, reference }];
    }),
  );
}

/** A difference of prices, such as MACD, is only as exact as the prices: `scale` is one. */
function agree(value: number | null, reference: number | null, scale: number): boolean {
  if (value === null || reference === null) return value === reference;
  return Math.abs(value - reference) <= 1e-9 * Math.max(Math.abs(reference), scale / 100);
}
