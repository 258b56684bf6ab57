import type { Candle, PriceHistory } from "#core/candle.ts";
import { addDays, type Day } from "#core/day.ts";

/** A bar of a day whose open and close are given; adjusted as told. */
export function bar(date: Day, open: number, close: number, adjustment = 1): Candle {
  return {
    date,
    open,
    high: Math.max(open, close),
    low: Math.min(open, close),
    close,
    adjustedClose: close * adjustment,
    volume: 1_000,
  };
}

/** Bars of every weekday from one day to another, a little higher each. */
export function weekdays(from: Day, to: Day): Candle[] {
  const bars: Candle[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const price = 100 + bars.length;
    if (weekday !== 0 && weekday !== 6) bars.push(bar(day, price, price + 0.5));
  }
  return bars;
}

export function historyOf(candles: readonly Candle[], symbol = "ACME"): PriceHistory {
  return {
    symbol,
    currency: "USD",
    timeZone: "America/New_York",
    candles,
    closesAt: "16:00",
    splits: [],
    droppedBars: 0,
    source: "test",
  };
}
