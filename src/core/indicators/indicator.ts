import type { Candle } from "../candle.ts";
import type { FactUnit } from "../fact.ts";
import type { IndicatorName } from "./name.ts";

/** One series of an indicator, bar for bar beside the candles it was made of. */
export interface IndicatorLine {
  /** The path of its facts, such as `macd.signal`. */
  readonly path: string;
  readonly label: string;
  readonly unit: FactUnit;
  /** Bars until its first value. */
  readonly barsNeeded: number;
  /** As many as candles; null before `barsNeeded` and where the measure is undefined. */
  readonly values: readonly (number | null)[];
}

/** A measure made of daily bars. A value depends on its own bar and the bars before it, no later one. */
export interface Indicator {
  readonly name: IndicatorName;
  readonly title: string;
  /** One line: the formula and the convention chosen where conventions differ. */
  readonly definition: string;
  /** When it has no value although the bars suffice; null when it always has one. */
  readonly undefinedWhen: string | null;
  /**
   * Bars from which the bar that the history happens to begin with weighs less than 0.1 %; null
   * when the value is made of a window of bars, or when, as for OBV, it never settles.
   */
  readonly settledAfter: number | null;
  /** @param candles oldest first, already adjusted for splits and dividends */
  compute(candles: readonly Candle[]): readonly IndicatorLine[];
}

/**
 * What a reader must know of one value: why it is null, or how it was made and whether it has
 * settled.
 *
 * @param bars candles up to and including the one that the value stands beside
 */
export function noteOn(
  indicator: Indicator,
  line: IndicatorLine,
  bars: number,
  value: number | null,
): string {
  if (bars < line.barsNeeded) return `needs ${line.barsNeeded} bars, has ${bars}`;
  if (value === null) return `undefined: ${indicator.undefinedWhen ?? "the bars give no value"}`;
  const { settledAfter, definition } = indicator;
  if (settledAfter === null || bars >= settledAfter) return definition;
  return `${definition}; not settled: has ${bars} of the ${settledAfter} bars that it takes`;
}
