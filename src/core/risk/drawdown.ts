import type { Candle } from "../candle.ts";
import { daysBetween } from "../day.ts";

interface Drawdown {
  /** The last adjusted close against the highest, in percent; 0 at the peak, else negative. */
  readonly current: number;
  /** The deepest fall from a high so far, in percent; 0 or negative. */
  readonly max: number;
  /** Calendar days since the highest adjusted close was last seen. */
  readonly daysSincePeak: number;
}

/**
 * How far the price has fallen from its highs within the given bars; the caller chooses the window.
 *
 * @returns null with fewer than two bars
 */
export function drawdown(candles: readonly Candle[]): Drawdown | null {
  const [first] = candles;
  const last = candles.at(-1);
  if (first === undefined || last === undefined || candles.length < 2) return null;
  let peak = first;
  let current = 0;
  let max = 0;
  for (const candle of candles) {
    if (candle.adjustedClose >= peak.adjustedClose) peak = candle;
    current = 100 * (candle.adjustedClose / peak.adjustedClose - 1);
    max = Math.min(max, current);
  }
  return { current, max, daysSincePeak: daysBetween(peak.date, last.date) };
}
