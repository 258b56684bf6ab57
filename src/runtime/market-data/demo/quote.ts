import { barAvailableAt } from "#core/bar-time.ts";
import { addDays, type Day } from "#core/day.ts";
import { mean } from "#core/mean.ts";
import type { Quote } from "#core/quote.ts";
import type { Quarter } from "./books.ts";
import { OPENING } from "./calendar.ts";
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
  const { symbol, type, exchange, currency, subunits, ordinaryVolume } = instrument;
  const countsVolume = ordinaryVolume > 0;
  const quarter = barsSince(addDays(last.date, -DAYS_OF_3_MONTHS), bars);
  const year = barsSince(addDays(last.date, -DAYS_OF_52_WEEKS), bars);
  const time = barAvailableAt(last.date, instrument);
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
    averageVolume3Months:
      countsVolume && quarter !== null
        ? Math.round(mean(quarter.map(({ volume }) => volume)))
        : null,
    marketCap: newest === undefined ? null : Math.round((last.close / subunits) * newest.shares),
    fiftyTwoWeekHigh: year && Math.max(...year.map(({ high }) => high)),
    fiftyTwoWeekLow: year && Math.min(...year.map(({ low }) => low)),
    time,
    availableAt: time,
    source: SOURCE,
  };
}

/** The bars after a day; null where the market had not opened by then. */
function barsSince(day: Day, bars: readonly Bar[]): readonly Bar[] | null {
  return day < OPENING ? null : bars.filter(({ date }) => day < date);
}
