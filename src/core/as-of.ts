import { barAvailableAt } from "./bar-time.ts";
import type { Candle, PriceHistory } from "./candle.ts";
import type { Company, CompanyPart } from "./company.ts";
import { addDays, type Day } from "./day.ts";
import { DeskError } from "./errors.ts";
import { withoutLaterAmounts, withoutLaterCount, withoutLaterShares } from "./later-shares.ts";
import type { Quote } from "./quote.ts";
import { inScaleOfLast } from "./scale-of-last.ts";
import type { Statement } from "./statement.ts";

/** Whether a time (ISO 8601) is before the end of a UTC day. A time that cannot be read is not. */
export function knownBy(asOf: Day, time: string): boolean {
  return Date.parse(time) < Date.parse(`${addDays(asOf, 1)}T00:00:00Z`);
}

/**
 * The bars up to a day of the exchange that had closed by its end (UTC) and by now, in the scale of
 * the last: neither a bar still running nor a split or dividend yet to come is in them.
 *
 * @param now epoch milliseconds
 */
export function historyAsOf(history: PriceHistory, asOf: Day, now: number): PriceHistory {
  const isKnown = ({ date }: Candle) => {
    if (date > asOf) return false;
    const closed = barAvailableAt(date, history);
    return knownBy(asOf, closed) && Date.parse(closed) <= now;
  };
  const known = history.candles.slice(0, history.candles.findLastIndex(isKnown) + 1);
  const { yes: splits = [], no: laterSplits = [] } = Object.groupBy(history.splits, ({ date }) =>
    date <= asOf ? "yes" : "no",
  );
  return { ...history, candles: inScaleOfLast(known, laterSplits), splits };
}

/**
 * The quote, where it was known by the end of a day.
 *
 * @throws DeskError `not_available_then` when it is of a later day
 */
export function quoteAsOf(quote: Quote, asOf: Day): Quote {
  if (knownBy(asOf, quote.availableAt)) return quote;
  throw quoteOfLaterDay(quote.symbol, asOf);
}

/** Why there is no quote of a day that is past. Does not tell of which day there is one. */
export function quoteOfLaterDay(symbol: string, asOf: Day): DeskError {
  return new DeskError(
    "not_available_then",
    `quote of ${symbol} is known only as of a later day; it is withheld from a run as of ${asOf}.`,
    { facts: { symbol, asOf } },
  );
}

/** The statements that were public by the end of a day, without what later splits may be in. */
export function statementsAsOf(statements: readonly Statement[], asOf: Day): Statement[] {
  return statements
    .filter(({ availableAt }) => knownBy(asOf, availableAt))
    .map((statement) => withoutLaterShares(statement));
}

/**
 * What was known of a company by the end of a day. Dated lists keep what was public; what the
 * source knows only as of a later day, and the calendar of a day that is past, whose dates are all
 * later, are taken away and named in `withheld`, so that nobody takes "cannot be told" for "there
 * was none". Where the source states the lists on a later day, the figures in them that later splits
 * may have changed are null.
 *
 * @param today the day it is now
 */
export function companyAsOf(company: Company, asOf: Day, today: Day): Company {
  const current = knownBy(asOf, company.availableAt);
  const known = (entry: { readonly availableAt: string }) => knownBy(asOf, entry.availableAt);
  const { statedLater } = company;
  const earnings = company.earnings.filter(known);
  const insiderTransactions = company.insiderTransactions.filter(known);
  const then = {
    ...company,
    profile: current ? company.profile : null,
    statistics: current ? company.statistics : null,
    calendar: current && today <= asOf ? company.calendar : null,
    recommendations: current ? company.recommendations : [],
    earnings: statedLater ? earnings.map(withoutLaterAmounts) : earnings,
    ratingChanges: company.ratingChanges.filter(known),
    insiderTransactions: statedLater
      ? insiderTransactions.map(withoutLaterCount)
      : insiderTransactions,
    availableAt: current ? company.availableAt : `${asOf}T23:59:59.999Z`,
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
