import type { Candle } from "#core/candle.ts";
import { priceChange, spanWords } from "#core/price-change.ts";
import type { Finding } from "../fact-tool.ts";

/** A series' changes over a month, a quarter and a year, in percent. */
export function seriesChanges(path: string, name: string, candles: readonly Candle[]): Finding[] {
  return (["1m", "3m", "1y"] as const).map((span) => ({
    ...priceChange(candles, span),
    path: `${path}.change_${span}`,
    label: `${name}, change over ${spanWords(span)}`,
  }));
}
