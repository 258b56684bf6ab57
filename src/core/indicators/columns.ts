import type { Candle } from "../candle.ts";

export function closes(candles: readonly Candle[]): number[] {
  return candles.map((candle) => candle.close);
}

/** The three columns that range indicators read. */
export function highLowClose(candles: readonly Candle[]) {
  return {
    high: candles.map((candle) => candle.high),
    low: candles.map((candle) => candle.low),
    close: closes(candles),
  };
}
