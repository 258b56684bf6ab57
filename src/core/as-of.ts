import type { PriceHistory } from "./candle.ts";
import type { Company, CompanyPart } from "./company.ts";
import { addDays, type Day } from "./day.ts";
import { DeskError } from "./errors.ts";
import type { Quote } from "./quote.ts";

/** Whether a time (ISO 8601) is before the end of a UTC day. A time that cannot be read is not. */
export function knownBy(asOf: Day, time: string): boolean {
  return Date.parse(time) < Date.parse(`${addDays(asOf, 1)}T00:00:00Z`);
}

/** The bars up to a day of the exchange. */
export function historyAsOf(history: PriceHistory, asOf: Day): PriceHistory {
  return { ...history, candles: history.candles.filter((candle) => candle.date <= asOf) };
}

/**
 * The quote, where it was known by the end of a day.
 *
 * @throws DeskError `not_available_then` when it is of a later day
 */
export function quoteAsOf(quote: Quote, asOf: Day): Quote {
  if (knownBy(asOf, quote.availableAt)) return quote;
  const known = quote.availableAt.slice(0, 10);
  throw new DeskError(
    "not_available_then",
    `quote of ${quote.symbol} is known only as of ${known}; it is withheld from a run as of ${asOf}.`,
    { facts: { symbol: quote.symbol, availableAt: quote.availableAt, asOf } },
  );
}

/**
 * What was known of a company by the end of a day. Dated lists keep what was public; what the
 * source knows only as of a later day is taken away and named in `withheld`, so that nobody takes
 * "cannot be told" for "there was none".
 */
export function companyAsOf(company: Company, asOf: Day): Company {
  const current = knownBy(asOf, company.availableAt);
  const known = (entry: { readonly availableAt: string }) => knownBy(asOf, entry.availableAt);
  const then = {
    ...company,
    profile: current ? company.profile : null,
    statistics: current ? company.statistics : null,
    calendar: current ? company.calendar : null,
    recommendations: current ? company.recommendations : [],
    earnings: company.earnings.filter(known),
    ratingChanges: company.ratingChanges.filter(known),
    insiderTransactions: company.insiderTransactions.filter(known),
  };
  const lost = COMPANY_PARTS.filter((part) => isThere(company[part]) && !isThere(then[part]));
  return { ...then, withheld: [...company.withheld, ...lost] };
}

const COMPANY_PARTS = [
  "profile",
  "statistics",
  "earnings",
  "calendar",
  "recommendations",
  "ratingChanges",
  "insiderTransactions",
] as const satisfies readonly CompanyPart[];

function isThere(part: Company[CompanyPart]): boolean {
  return part !== null && (!("length" in part) || part.length > 0);
}
