import type { Candle, PriceHistory } from "#core/candle.ts";
import { addDays, type Day, dayOf } from "#core/day.ts";
import type { HistoryQuery } from "#core/ports.ts";
import { unvalidated, type YahooClient } from "./client.ts";
import { Refusal } from "./refusal.ts";
import { type Chart, chartSchema } from "./schemas/chart.ts";

/** Yahoo rounds prices to 32-bit floats, so that a close may pass its high in the last digit. */
const ROUNDING = 1e-6;

/**
 * Daily bars. Days are the exchange's own; a day sent twice counts as last sent, which is how the
 * running day's bar comes. An adjusted close that is missing is the close. A missing volume is 0:
 * indexes and currencies, which have none, are sent either way.
 */
export async function readHistory(
  client: YahooClient,
  { symbol, from, asOf }: HistoryQuery,
): Promise<PriceHistory> {
  const chart = await client
    .read({
      symbol,
      what: "price history",
      schema: chartSchema,
      ask: ({ yahoo }) => {
        // A day more on either side: the exchange's days begin before and after UTC's.
        const [period1, period2] = [addDays(from, -1), addDays(asOf, 1)];
        const query = {
          period1,
          period2,
          interval: "1d",
          events: "div|split",
          return: "object",
        } as const;
        return yahoo.chart(symbol, query, unvalidated);
      },
    })
    .catch((thrown) => {
      if (thrown instanceof Refusal && thrown.ofPeriod) return null;
      throw thrown;
    });
  const timeZone = chart?.meta.exchangeTimezoneName ?? null;
  const currency = chart?.meta.currency ?? null;
  const sent = chart === null ? [] : barsOf(chart, exchangeDay(chart.meta));
  const known = [...sent].filter(([date]) => date <= asOf);
  const recent = known.filter(([date]) => from <= date);
  const wanted = recent.length > 0 ? recent : known;
  const candles = wanted.flatMap(([date, bar]) => candleOf(date, bar) ?? []);
  return {
    symbol,
    currency,
    timeZone,
    candles: candles.sort((a, b) => (a.date < b.date ? -1 : 1)),
    droppedBars: wanted.length - candles.length,
    source: "yahoo",
  };
}

type Bar = Readonly<Record<keyof Omit<Candle, "date">, number | null>>;

function barsOf(chart: Chart, dayAt: (seconds: number) => Day): Map<Day, Bar> {
  const [prices] = chart.indicators.quote;
  const adjusted = chart.indicators.adjclose?.[0]?.adjclose;
  return new Map(
    (chart.timestamp ?? []).map((seconds, index) => [
      dayAt(seconds),
      {
        open: prices?.open[index] ?? null,
        high: prices?.high[index] ?? null,
        low: prices?.low[index] ?? null,
        close: prices?.close[index] ?? null,
        volume: prices?.volume[index] ?? null,
        adjustedClose: adjusted?.[index] ?? null,
      },
    ]),
  );
}

/** null where a price is missing or cannot be. */
function candleOf(
  date: Day,
  { open, high, low, close, volume, adjustedClose }: Bar,
): Candle | null {
  if (!isPrice(open) || !isPrice(high) || !isPrice(low) || !isPrice(close)) return null;
  const encloses =
    low <= Math.min(open, close) * (1 + ROUNDING) && high >= Math.max(open, close) * (1 - ROUNDING);
  if (!encloses) return null;
  return {
    date,
    open,
    high,
    low,
    close,
    adjustedClose: isPrice(adjustedClose) ? adjustedClose : close,
    volume: volume ?? 0,
  };
}

function isPrice(value: number | null): value is number {
  return value !== null && value > 0;
}

/** The exchange's calendar day at a time in epoch seconds; UTC's where its zone is not known. */
function exchangeDay({ exchangeTimezoneName, gmtoffset }: Chart["meta"]): (seconds: number) => Day {
  const calendar = calendarOf(exchangeTimezoneName);
  if (calendar !== null) return (seconds) => calendar.format(seconds * 1_000);
  return (seconds) => dayOf((seconds + (gmtoffset ?? 0)) * 1_000);
}

function calendarOf(timeZone: string | null): Intl.DateTimeFormat | null {
  if (timeZone === null) return null;
  try {
    // Canada writes days as ISO 8601 does.
    return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  } catch {
    return null;
  }
}
