import type { Candle } from "../candle.ts";
import { mean } from "../mean.ts";
import type { Indicator } from "./indicator.ts";

const PERIOD = 14;
const SIGNAL = 3;
const NAME = `(${PERIOD}, ${SIGNAL})`;
/** Adjusting prices rounds them: a range smaller than this part of the price is none. */
const ROUNDING = 1e-12;

/**
 * Lane's stochastic oscillator, %K not smoothed. A window without a range makes %K 0 / 0: null,
 * and %D with it. Written out because the library takes that case for 0, or lets an infinite %K
 * into every later %D.
 */
export const stochastic: Indicator = {
  name: "stochastic",
  title: "Stochastic oscillator",
  definition: `%K = 100 x (close - lowest low) / (highest high - lowest low) of the last ${PERIOD} adjusted bars, not smoothed; %D = mean of the last ${SIGNAL} %K`,
  undefinedWhen: `the price stood still for ${PERIOD} days`,
  settledAfter: null,
  compute: (candles) => {
    const k = candles.map((_, i) => percentK(last(PERIOD, candles, i)));
    const d = k.map((_, i) => percentD(last(SIGNAL, k, i)));
    return [
      {
        path: "stochastic.k",
        label: `Stochastic %K ${NAME}`,
        unit: "points",
        barsNeeded: PERIOD,
        values: k,
      },
      {
        path: "stochastic.d",
        label: `Stochastic %D ${NAME}`,
        unit: "points",
        barsNeeded: PERIOD + SIGNAL - 1,
        values: d,
      },
    ];
  },
};

function percentK(window: readonly Candle[]): number | null {
  const close = window.at(-1)?.close;
  if (close === undefined) return null;
  const high = Math.max(...window.map((candle) => candle.high));
  const low = Math.min(...window.map((candle) => candle.low));
  return high - low > high * ROUNDING ? (100 * (close - low)) / (high - low) : null;
}

function percentD(window: readonly (number | null)[]): number | null {
  const known = window.filter((value) => value !== null);
  return known.length < SIGNAL ? null : mean(known);
}

/** The `count` items that end with the one at `end`; none when there are fewer. */
function last<T>(count: number, items: readonly T[], end: number): readonly T[] {
  return end < count - 1 ? [] : items.slice(end - count + 1, end + 1);
}
