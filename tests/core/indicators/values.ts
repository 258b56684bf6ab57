import type { Candle } from "#core/candle.ts";
import type { Indicator } from "#core/indicators/indicator.ts";

/** The values of one line of an indicator. */
export function valuesOf(
  indicator: Indicator,
  candles: readonly Candle[],
  path: string = indicator.name,
): readonly (number | null)[] {
  const line = indicator.compute(candles).find((line) => line.path === path);
  if (line === undefined) throw new Error(`${indicator.name} has no line ${path}`);
  return line.values;
}

/** From 1 to `count`. */
export function oneTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
