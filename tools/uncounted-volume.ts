import type { Candle } from "#core/candle.ts";

/**
 * Why nothing can be said of an instrument's volume; null where it is counted, or there are no bars.
 * Of one whose volume is not counted every bar has 0: that is unknown, not nothing.
 */
export function whyNoVolume(candles: readonly Candle[]): string | null {
  return candles.length > 0 && candles.every(({ volume }) => volume === 0)
    ? "the source counts no volume for it"
    : null;
}
