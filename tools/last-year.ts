import type { Candle } from "#core/candle.ts";
import { addDays } from "#core/day.ts";

/** The bars of the year that ends with the last of them. */
export function lastYear(candles: readonly Candle[]): readonly Candle[] {
  const last = candles.at(-1);
  if (last === undefined) return [];
  const day = addDays(last.date, -365);
  return candles.filter(({ date }) => date >= day);
}
