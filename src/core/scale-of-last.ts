import type { Candle, Split } from "./candle.ts";

/**
 * Bars in the scale of the day of the last: a source states past prices in today's, adjusted for
 * splits and dividends that were yet to come. Later splits are undone, in prices and in volumes, and
 * adjusted closes are scaled so that the last is its close.
 *
 * @param laterSplits those of days yet to come that are in the prices
 */
export function inScaleOfLast(
  candles: readonly Candle[],
  laterSplits: readonly Split[],
): readonly Candle[] {
  const last = candles.at(-1);
  if (last === undefined) return candles;
  const shares = laterSplits.reduce((product, { ratio }) => product * ratio, 1);
  const payouts = last.close / last.adjustedClose;
  if (shares === 1 && payouts === 1) return candles;
  return candles.map((candle) => ({
    date: candle.date,
    open: candle.open * shares,
    high: candle.high * shares,
    low: candle.low * shares,
    close: candle.close * shares,
    adjustedClose: candle.adjustedClose * payouts * shares,
    volume: candle.volume / shares,
  }));
}
