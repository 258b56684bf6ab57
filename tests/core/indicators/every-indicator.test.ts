import { describe, expect, it } from "vitest";
import type { Candle } from "#core/candle.ts";
import { type IndicatorName, indicatorNames, indicators } from "#core/indicators/index.ts";
import { flatBars, walk } from "./bars.ts";

const history = walk(300);

describe.each(indicatorNames)("%s", (name) => {
  it("carries its own name and gives one value for each candle", () => {
    expect(indicators[name].name).toBe(name);
    for (const { path, values } of lines(name, history)) {
      expect(path.split(".")[0]).toBe(name);
      expect(values).toHaveLength(history.length);
    }
  });

  it("gives empty lines for no bars and null for one bar", () => {
    for (const { values } of lines(name, [])) expect(values).toEqual([]);
    for (const { values } of lines(name, walk(1))) expect(values).toEqual([null]);
  });

  it("has its first value at exactly the bar that it says it needs", () => {
    for (const { path, barsNeeded, values } of lines(name, history)) {
      expect(lastOf(name, path, history.slice(0, barsNeeded - 1))).toBeNull();
      expect(lastOf(name, path, history.slice(0, barsNeeded))).toBeTypeOf("number");
      expect(values.findIndex((value) => value !== null)).toBe(barsNeeded - 1);
    }
  });

  it("says of a bar the same whatever bars come after it", () => {
    const whole = lines(name, history);
    for (let bars = 1; bars <= history.length; bars++) {
      const known = lines(name, history.slice(0, bars));
      expect(known.map(({ values }) => values)).toEqual(
        whole.map(({ values }) => values.slice(0, bars)),
      );
    }
  });

  it.each([
    ["a flat series", flatBars(250)],
    ["a flat series of a price that binary cannot hold", flatBars(250, 0.1)],
    ["a series without volume", history.map((candle) => ({ ...candle, volume: 0 }))],
    ["a series that stands still, then moves", [...flatBars(40, 100), ...history]],
  ])("is a finite number or null on %s", (_, candles) => {
    for (const { values } of lines(name, candles)) {
      expect(values.filter((value) => value !== null && !Number.isFinite(value))).toEqual([]);
    }
  });
});

describe("on a flat series", () => {
  const expected = {
    sma_50: 10,
    sma_200: 10,
    ema_10: 10,
    "macd.line": 0,
    "macd.signal": 0,
    "macd.histogram": 0,
    rsi_14: null,
    "bollinger.upper": 10,
    "bollinger.middle": 10,
    "bollinger.lower": 10,
    atr_14: 0,
    adx_14: null,
    "stochastic.k": null,
    "stochastic.d": null,
    obv: 0,
    mfi_14: null,
    vwma_20: 10,
  };

  it("averages are the price, changes are 0, and every 0 / 0 is null", () => {
    expect(lastValues(flatBars(250))).toEqual(expected);
  });

  it("what is null says when it is", () => {
    const paths = indicatorNames.filter((name) =>
      lines(name, flatBars(250)).some(({ values }) => values.at(-1) === null),
    );
    for (const name of paths) expect(indicators[name].undefinedWhen).toBeTypeOf("string");
  });
});

describe("on a series without volume", () => {
  it("OBV is 0, MFI and VWMA are null, and the rest does not mind", () => {
    const silent = lastValues(history.map((candle) => ({ ...candle, volume: 0 })));
    expect(silent).toEqual({ ...lastValues(history), obv: 0, mfi_14: null, vwma_20: null });
  });
});

describe("settledAfter", () => {
  const settling = indicatorNames.filter((name) => indicators[name].settledAfter !== null);

  it("is given for the indicators with a memory, and comes after the first value", () => {
    expect(settling).toEqual(["ema_10", "macd", "rsi_14", "atr_14", "adx_14"]);
  });

  it.each(settling)("%s hardly depends on where the history begins from then on", (name) => {
    const long = walk(700);
    for (const { path, barsNeeded } of lines(name, long)) {
      const error = (bars: number) => meanErrorFrom(name, path, long, bars);
      expect(error(indicators[name].settledAfter ?? 0)).toBeLessThan(error(barsNeeded) / 100);
    }
  });
});

function lines(name: IndicatorName, candles: readonly Candle[]) {
  return indicators[name].compute(candles);
}

function lastValues(candles: readonly Candle[]) {
  return Object.fromEntries(
    indicatorNames.flatMap((name) =>
      lines(name, candles).map(({ path, values }) => [path, values.at(-1)]),
    ),
  );
}

function lastOf(name: IndicatorName, path: string, candles: readonly Candle[]) {
  return lines(name, candles)
    .find((line) => line.path === path)
    ?.values.at(-1);
}

/** How far, over the ends of fifty histories, a line made of `bars` bars is from that of all bars. */
function meanErrorFrom(
  name: IndicatorName,
  path: string,
  candles: readonly Candle[],
  bars: number,
): number {
  const errors = Array.from({ length: 50 }, (_, i) => {
    const known = candles.slice(0, candles.length - i);
    const whole = lastOf(name, path, known) ?? Number.NaN;
    return Math.abs(whole - (lastOf(name, path, known.slice(-bars)) ?? Number.NaN));
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
