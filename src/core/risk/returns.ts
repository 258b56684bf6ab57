import type { Candle } from "../candle.ts";

/** The returns of an asset and of its benchmark over the same span of time, as fractions. */
export type ReturnPair = readonly [asset: number, benchmark: number];

/** Simple returns from one adjusted close to the next, as fractions (0.01 is 1 %). */
export function dailyReturns(candles: readonly Candle[]): number[] {
  return candles.flatMap((candle, i) => {
    const before = candles[i - 1];
    return before === undefined ? [] : [candle.adjustedClose / before.adjustedClose - 1];
  });
}

/**
 * Returns of two histories between the days that both have. A day that one of them skips is
 * skipped in both, so that each pair spans the same time: a coin's weekend is part of its Monday
 * when it is held against an index.
 */
export function pairedReturns(
  asset: readonly Candle[],
  benchmark: readonly Candle[],
): ReturnPair[] {
  const benchmarkReturns = dailyReturns(onDaysOf(asset, benchmark));
  return dailyReturns(onDaysOf(benchmark, asset)).flatMap((assetReturn, i) => {
    const benchmarkReturn = benchmarkReturns[i];
    return benchmarkReturn === undefined ? [] : [[assetReturn, benchmarkReturn]];
  });
}

/** The candles of a history on days that another one has too. */
function onDaysOf(other: readonly Candle[], candles: readonly Candle[]): Candle[] {
  const days = new Set(other.map(({ date }) => date));
  return candles.filter(({ date }) => days.has(date));
}
