import type { Candle } from "#core/candle.ts";
import type { Day } from "#core/day.ts";
import type { FactorDay } from "./factor.ts";
import type { Instrument } from "./instrument.ts";
import { pathOf } from "./paths.ts";
import { seededRandom } from "./random.ts";
import { roundTo } from "./round.ts";

export type Bar = Omit<Candle, "adjustedClose">;

interface Dividend {
  readonly date: Day;
  /** For one share. */
  readonly amount: number;
  /** The close of the day before, the last with the dividend in it. */
  readonly previousClose: number;
}

/** What an instrument's price did, from the market's opening on. */
export interface PriceRun {
  readonly bars: readonly Bar[];
  readonly dividends: readonly Dividend[];
}

const QUIETEST_RANGE = 0.004;

/** Runs an instrument through the days of the market. What is after a day never alters it. */
export function runPrices(instrument: Instrument, days: readonly FactorDay[]): PriceRun {
  const { symbol, decimals, volatility, ordinaryVolume } = instrument;
  const next = pathOf(instrument, days.at(-1)?.date ?? "");
  const random = seededRandom(`${symbol} bars`);
  const range = Math.max(QUIETEST_RANGE, 0.6 * volatility);
  const bars: Bar[] = [];
  const dividends: Dividend[] = [];
  let previousClose = instrument.startPrice;

  for (const day of days) {
    if (!day.trading && !instrument.everyDay) continue;
    const { close, dividend, activity } = next(day);
    const move = close / previousClose - 1;
    const open = previousClose * (1 + 0.35 * move + 0.25 * range * random.normal());
    const high = Math.max(open, close) * (1 + range * random.uniform());
    const low = Math.min(open, close) * (1 - range * random.uniform());
    const interest = 0.6 + (0.4 * Math.abs(move)) / (2 * range) + 0.5 * random.uniform();
    bars.push({
      date: day.date,
      open: roundTo(open, decimals),
      high: roundTo(high, decimals),
      low: roundTo(low, decimals),
      close: roundTo(close, decimals),
      volume: Math.round(ordinaryVolume * interest * activity),
    });
    if (dividend > 0) dividends.push({ date: day.date, amount: dividend, previousClose });
    previousClose = close;
  }
  return { bars, dividends };
}

/** The run as it stood at the end of a day. */
export function pricesUntil({ bars, dividends }: PriceRun, asOf: Day): PriceRun {
  return {
    bars: bars.filter((bar) => bar.date <= asOf),
    dividends: dividends.filter((dividend) => dividend.date <= asOf),
  };
}

/** The run with its money in the whole unit of a currency, of which `subunits` make one. */
export function inWholeUnits(run: PriceRun, subunits: number): PriceRun {
  if (subunits === 1) return run;
  const whole = (amount: number) => amount / subunits;
  return {
    bars: run.bars.map((bar) => ({
      ...bar,
      open: whole(bar.open),
      high: whole(bar.high),
      low: whole(bar.low),
      close: whole(bar.close),
    })),
    dividends: run.dividends.map(({ date, amount, previousClose }) => ({
      date,
      amount: whole(amount),
      previousClose: whole(previousClose),
    })),
  };
}

/** The close of the last bar up to a day; of the first where there is none before. */
export function priceAt({ bars }: PriceRun, day: Day): number {
  return (bars.findLast((bar) => bar.date <= day) ?? bars[0])?.close ?? Number.NaN;
}

/**
 * The bars from a day on, with closes adjusted for the dividends that came later: each scales what
 * was before it by 1 - amount / previous close.
 */
export function adjustForDividends({ bars, dividends }: PriceRun, from: Day): Candle[] {
  const candles: Candle[] = [];
  let factor = 1;
  let pending = dividends.length - 1;
  for (const bar of bars.filter(({ date }) => date >= from).reverse()) {
    candles.push({ ...bar, adjustedClose: bar.close * factor });
    const dividend = dividends[pending];
    if (dividend?.date !== bar.date) continue;
    factor *= 1 - dividend.amount / dividend.previousClose;
    pending -= 1;
  }
  return candles.reverse();
}
