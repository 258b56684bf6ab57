import type { Company, EarningsCalendar, EarningsResult, Profile } from "#core/company.ts";
import { addDays, type Day } from "#core/day.ts";
import type { Quarter } from "./books.ts";
import { CLOSING_TIME, exDividendDays } from "./calendar.ts";
import { insiderTransactionsOf } from "./insiders.ts";
import type { Instrument } from "./instrument.ts";
import { ratingChangesOf, recommendationsOf } from "./opinions.ts";
import type { PriceRun } from "./prices.ts";
import { reportsOf } from "./reports.ts";
import { roundTo } from "./round.ts";
import { SOURCE } from "./source.ts";
import { statisticsOf } from "./statistics.ts";
import { traitsOf } from "./traits.ts";

/** A name that cannot be taken for a real one. */
export function nameOf(symbol: string): string {
  return `${symbol} (demo)`;
}

/** What is known of an instrument that is no company: its name, where a source has that. */
export function withoutCompany(instrument: Instrument, day: Day): Company {
  const { symbol, type, currency } = instrument;
  const profile: Profile = {
    name: nameOf(symbol),
    sector: null,
    industry: null,
    country: null,
    employees: null,
  };
  return {
    symbol,
    currency,
    financialCurrency: null,
    profile: type === "fund" ? profile : null,
    statistics: null,
    earnings: [],
    calendar: null,
    recommendations: [],
    ratingChanges: [],
    insiderTransactions: [],
    withheld: [],
    availableAt: `${day}${CLOSING_TIME}`,
    statedLater: false,
    source: SOURCE,
  };
}

/** The invented company behind a ticker, from its prices and reported quarters (oldest first). */
export function companyOf(
  instrument: Instrument,
  run: PriceRun,
  quarters: readonly Quarter[],
  asOf: Day,
): Company {
  const { symbol, currency, wholeCurrency } = instrument;
  const last = run.bars.at(-1);
  const recommendations = recommendationsOf(symbol, asOf);
  const [opinions] = recommendations;
  if (last === undefined || opinions === undefined) return withoutCompany(instrument, asOf);
  return {
    symbol,
    currency,
    financialCurrency: wholeCurrency,
    profile: profileOf(instrument, quarters),
    statistics: statisticsOf(instrument, { asOf, price: last.close, run, quarters, opinions }),
    earnings: quarters.slice(-4).reverse().map(earningsOf),
    calendar: calendarOf(instrument, quarters, asOf),
    recommendations,
    ratingChanges: ratingChangesOf(symbol, asOf),
    insiderTransactions: insiderTransactionsOf(symbol, run, asOf),
    withheld: [],
    availableAt: `${last.date}${CLOSING_TIME}`,
    statedLater: false,
    source: SOURCE,
  };
}

function profileOf(instrument: Instrument, quarters: readonly Quarter[]): Profile {
  const { symbol, country, priceLevel, subunits } = instrument;
  const { sector, industry, ...traits } = traitsOf(symbol);
  const revenuePerEmployee = (traits.revenuePerEmployee * priceLevel) / subunits;
  const newest = quarters.at(-1);
  return {
    name: nameOf(symbol),
    sector,
    industry,
    country,
    employees: newest === undefined ? null : Math.round((4 * newest.revenue) / revenuePerEmployee),
  };
}

function earningsOf({ end, reported, eps, surprise }: Quarter): EarningsResult {
  const estimate = roundTo(eps / (1 + surprise), 2);
  return {
    quarterEnd: end,
    epsActual: eps,
    epsEstimate: estimate,
    surprise: estimate === 0 ? null : roundTo((eps - estimate) / Math.abs(estimate), 4),
    availableAt: `${reported}${CLOSING_TIME}`,
  };
}

/** Longer than a quarter and the time that a report on it may take. */
const LOOKAHEAD_DAYS = 140;

/** What is expected: the next report, and the quarter a year before it grown at the usual rate. */
function calendarOf(
  { symbol, dividendYield }: Instrument,
  quarters: readonly Quarter[],
  asOf: Day,
): EarningsCalendar {
  const horizon = addDays(asOf, LOOKAHEAD_DAYS);
  const next = reportsOf(symbol, horizon).find(({ date }) => date > asOf);
  const yearBefore = quarters.at(-4);
  const growth = 1 + 4 * traitsOf(symbol).quarterlyGrowth;
  return {
    nextEarnings: next?.date ?? null,
    exDividend:
      dividendYield > 0 ? (exDividendDays(horizon).find((day) => day > asOf) ?? null) : null,
    epsEstimate: yearBefore === undefined ? null : roundTo(yearBefore.eps * growth, 2),
    revenueEstimate: yearBefore === undefined ? null : Math.round(yearBefore.revenue * growth),
  };
}
