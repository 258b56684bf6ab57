import type { Candle, PriceHistory, Split } from "#core/candle.ts";
import { addDays, type Day, dayOf } from "#core/day.ts";
import type { Clock, HistoryQuery } from "#core/ports.ts";
import { unvalidated, type YahooClient } from "./client.ts";
import { Refusal } from "./refusal.ts";
import { type Chart, chartSchema } from "./schemas/chart.ts";
import { sessionOf } from "./session.ts";

/** Yahoo rounds prices to 32-bit floats, so that a close may pass its high in the last digit. */
const ROUNDING = 1e-6;

/**
 * Daily bars. Days are the exchange's own; a day sent twice counts as last sent, which is how the
 * running day's bar comes. An adjusted close that is missing is the close. A missing volume is 0:
 * indexes and currencies, which have none, are sent either way.
 *
 * Yahoo scales prices by every split up to now, so that it is asked up to now for the splits, those
 * after `asOf` among them.
 */
export async function readHistory(
  client: YahooClient,
  { symbol, from, asOf }: HistoryQuery,
  clock: Clock,
): Promise<PriceHistory> {
  const chart = await client
    .read({
      symbol,
      what: "price history",
      schema: chartSchema,
      ask: ({ yahoo }) => {
        // A day more on either side: the exchange's days begin before and after UTC's.
        const today = dayOf(clock.now());
        const [period1, period2] = [addDays(from, -1), addDays(asOf < today ? today : asOf, 1)];
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
  if (chart === null) return withoutBars(symbol);
  const session = sessionOf(chart.meta);
  const dayAt = calendarOf(session.timeZone);
  const known = [...barsOf(chart, dayAt)].filter(([date]) => date <= asOf);
  const recent = known.filter(([date]) => from <= date);
  const wanted = recent.length > 0 ? recent : known;
  const candles = wanted.flatMap(([date, bar]) => candleOf(date, bar) ?? []);
  return {
    symbol,
    currency: chart.meta.currency,
    ...session,
    candles: candles.sort((a, b) => (a.date < b.date ? -1 : 1)),
    splits: splitsOf(chart, dayAt),
    droppedBars: wanted.length - candles.length,
    source: "yahoo",
  };
}

function withoutBars(symbol: string): PriceHistory {
  return {
    symbol,
    currency: null,
    timeZone: null,
    closesAt: "24:00",
    candles: [],
    splits: [],
    droppedBars: 0,
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
  if (!isPositive(open) || !isPositive(high) || !isPositive(low) || !isPositive(close)) return null;
  const encloses =
    low <= Math.min(open, close) * (1 + ROUNDING) && high >= Math.max(open, close) * (1 - ROUNDING);
  if (!encloses) return null;
  return {
    date,
    open,
    high,
    low,
    close,
    adjustedClose: isPositive(adjustedClose) ? adjustedClose : close,
    volume: volume ?? 0,
  };
}

function isPositive(value: number | null): value is number {
  return value !== null && value > 0;
}

/** One whose day or ratio cannot be is left out. */
function splitsOf({ events }: Chart, dayAt: (seconds: number) => Day): Split[] {
  const splits = Object.values(events?.splits ?? {}).flatMap(({ date, numerator, denominator }) => {
    if (date === null || !isPositive(numerator) || !isPositive(denominator)) return [];
    return [{ date: dayAt(date / 1_000), ratio: numerator / denominator }];
  });
  return splits.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Tells the exchange's calendar day at a time in epoch seconds; UTC's where its zone is not known. */
function calendarOf(timeZone: string | null): (seconds: number) => Day {
  // Canada writes days as ISO 8601 does.
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone: timeZone ?? "UTC",
    dateStyle: "short",
  });
  return (seconds) => calendar.format(seconds * 1_000);
}
