import type { Bars } from "#core/backtest/bars.ts";
import { addDays } from "#core/day.ts";

/** So many bars of a price that wanders up and down: enough for crossovers, the same every time. */
export function dailyBars(count: number): Bars {
  const close = Array.from(
    { length: count },
    (_, bar) => 100 * Math.exp(0.2 * Math.sin(bar / 40) + 0.05 * Math.sin(bar * bar) + bar / 1e5),
  );
  return {
    symbol: "BENCH",
    dates: close.map((_, bar) => addDays("1950-01-02", bar)),
    open: close.map((price, bar) => close[bar - 1] ?? price),
    high: close.map((price) => price * 1.01),
    low: close.map((price) => price * 0.99),
    close,
    volume: close.map(() => 1e6),
  };
}
