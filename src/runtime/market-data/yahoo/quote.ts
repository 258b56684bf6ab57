import { quoteOfLaterDay } from "#core/as-of.ts";
import { dayOf } from "#core/day.ts";
import type { Clock, SymbolQuery } from "#core/ports.ts";
import type { InstrumentType, Quote } from "#core/quote.ts";
import { unknownSymbol, unvalidated, type YahooClient } from "./client.ts";
import { quoteSchema } from "./schemas/quote.ts";

const types: Readonly<Record<string, InstrumentType>> = {
  EQUITY: "equity",
  ETF: "fund",
  MUTUALFUND: "fund",
  INDEX: "index",
  CURRENCY: "currency",
  CRYPTOCURRENCY: "crypto",
  FUTURE: "future",
};

/**
 * The latest quote: Yahoo knows no other. As of a past day it would only be withheld, and is not
 * asked for.
 *
 * @throws DeskError `not_available_then` as of a day that is past
 */
export async function readQuote(
  client: YahooClient,
  { symbol, asOf }: SymbolQuery,
  clock: Clock,
): Promise<Quote> {
  if (asOf < dayOf(clock.now())) throw quoteOfLaterDay(symbol, asOf);
  const sent = await client.read({
    symbol,
    what: "quote",
    schema: quoteSchema,
    ask: ({ yahoo }) => yahoo.quote(symbol, {}, unvalidated),
  });
  // Of a symbol that is no longer listed, Yahoo keeps a shell without price and currency.
  if (sent === undefined || (sent.regularMarketPrice === null && sent.currency === null)) {
    throw unknownSymbol(symbol);
  }
  const { regularMarketTime } = sent;
  return {
    symbol,
    name: sent.longName ?? sent.shortName,
    type: types[sent.quoteType ?? ""] ?? "other",
    exchange: sent.fullExchangeName,
    currency: sent.currency,
    price: sent.regularMarketPrice,
    previousClose: sent.regularMarketPreviousClose,
    open: sent.regularMarketOpen,
    dayHigh: sent.regularMarketDayHigh,
    dayLow: sent.regularMarketDayLow,
    volume: sent.regularMarketVolume,
    averageVolume3Months: sent.averageDailyVolume3Month,
    marketCap: sent.marketCap,
    fiftyTwoWeekHigh: sent.fiftyTwoWeekHigh,
    fiftyTwoWeekLow: sent.fiftyTwoWeekLow,
    time: regularMarketTime === null ? null : new Date(regularMarketTime).toISOString(),
    availableAt: new Date(clock.now()).toISOString(),
    source: "yahoo",
  };
}
