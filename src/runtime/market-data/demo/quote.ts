import { addDays } from "#core/day.ts";
import { mean } from "#core/mean.ts";
import type { Quote } from "#core/quote.ts";
import type { Quarter } from "./books.ts";
import { CLOSING_TIME } from "./calendar.ts";
import { nameOf } from "./company.ts";
import type { Instrument } from "./instrument.ts";
import type { Bar } from "./prices.ts";
import { SOURCE } from "./source.ts";

const DAYS_OF_3_MONTHS = 91;
const DAYS_OF_52_WEEKS = 364;

/** The quote at the close of the last of some bars; `newest` is the last reported quarter. */
export function quoteOf(
  instrument: Instrument,
  bars: readonly Bar[],
  last: Bar,
  newest: Quarter | undefined,
): Quote {
  const { symbol, type, exchange, currency, ordinaryVolume } = instrument;
  const since = (days: number) => bars.filter(({ date }) => addDays(last.date, -days) < date);
  const year = since(DAYS_OF_52_WEEKS);
  const countsVolume = ordinaryVolume > 0;
  const averageVolume = mean(since(DAYS_OF_3_MONTHS).map(({ volume }) => volume));
  const time = `${last.date}${CLOSING_TIME}`;
  return {
    symbol,
    name: nameOf(symbol),
    type,
    exchange,
    currency,
    price: last.close,
    previousClose: bars.at(-2)?.close ?? null,
    open: last.open,
    dayHigh: last.high,
    dayLow: last.low,
    volume: countsVolume ? last.volume : null,
    averageVolume3Months: countsVolume ? Math.round(averageVolume) : null,
    marketCap: newest === undefined ? null : Math.round(last.close * newest.shares),
    fiftyTwoWeekHigh: Math.max(...year.map(({ high }) => high)),
    fiftyTwoWeekLow: Math.min(...year.map(({ low }) => low)),
    time,
    availableAt: time,
    source: SOURCE,
  };
}
