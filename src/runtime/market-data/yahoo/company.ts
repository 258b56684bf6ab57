import type { Company, EarningsCalendar, Profile, RecommendationCount } from "#core/company.ts";
import { dayOf } from "#core/day.ts";
import type { Clock, SymbolQuery } from "#core/ports.ts";
import { unknownSymbol, unvalidated, type YahooClient } from "./client.ts";
import { earningsOf } from "./earnings.ts";
import { insiderTransactionsOf } from "./insider-transactions.ts";
import { ratingChangesOf } from "./rating-changes.ts";
import { type Summary, summaryModules, summarySchema } from "./schemas/summary.ts";
import { statisticsOf } from "./statistics.ts";

/** What is known of a company now, whatever the query's day, in one request. */
export async function readCompany(
  client: YahooClient,
  { symbol, asOf }: SymbolQuery,
  clock: Clock,
): Promise<Company> {
  const summary = await client.read({
    symbol,
    what: "company summary",
    schema: summarySchema,
    ask: ({ yahoo }) => yahoo.quoteSummary(symbol, { modules: [...summaryModules] }, unvalidated),
  });
  const { price, summaryDetail, assetProfile } = summary;
  // Of a symbol that is no longer listed, Yahoo keeps a shell: a name, without price or profile.
  const priced = (price?.regularMarketPrice ?? null) !== null;
  if (!priced && summaryDetail === null && assetProfile === null) {
    throw unknownSymbol(symbol);
  }
  const now = clock.now();
  return {
    symbol,
    currency: price?.currency ?? null,
    financialCurrency: summary.financialData?.financialCurrency ?? null,
    profile: profileOf(summary),
    statistics: statisticsOf(summary),
    earnings: earningsOf(symbol, summary, now),
    calendar: calendarOf(summary, now),
    recommendations: recommendationsOf(summary),
    ratingChanges: ratingChangesOf(summary),
    insiderTransactions: insiderTransactionsOf(summary, now),
    withheld: [],
    availableAt: new Date(now).toISOString(),
    statedLater: asOf < dayOf(now),
    source: "yahoo",
  };
}

function profileOf({ assetProfile, price, quoteType }: Summary): Profile | null {
  const name =
    price?.longName ?? quoteType?.longName ?? price?.shortName ?? quoteType?.shortName ?? null;
  if (assetProfile === null && name === null) return null;
  return {
    name,
    sector: assetProfile?.sector ?? null,
    industry: assetProfile?.industry ?? null,
    country: assetProfile?.country ?? null,
    employees: assetProfile?.fullTimeEmployees ?? null,
  };
}

/** A date of earnings that has passed is the last one's: then the next is not known. */
function calendarOf({ calendarEvents }: Summary, now: number): EarningsCalendar | null {
  if (calendarEvents === null) return null;
  const { earnings, exDividendDate } = calendarEvents;
  const today = dayOf(now);
  const days = (earnings?.earningsDate ?? []).flatMap((at) => (at === null ? [] : dayOf(at)));
  return {
    nextEarnings: days.filter((day) => day >= today).sort()[0] ?? null,
    exDividend: exDividendDate === null ? null : dayOf(exDividendDate),
    epsEstimate: earnings?.earningsAverage ?? null,
    revenueEstimate: earnings?.revenueAverage ?? null,
  };
}

const MONTHS_AGO = /^-?(\d+)m$/;

/** A month with a count missing is left out. */
function recommendationsOf({ recommendationTrend }: Summary): RecommendationCount[] {
  return (recommendationTrend?.trend ?? []).flatMap((month) => {
    const { strongBuy, buy, hold, sell, strongSell } = month;
    const ago = MONTHS_AGO.exec(month.period ?? "")?.[1];
    if (ago === undefined || strongBuy === null || buy === null) return [];
    if (hold === null || sell === null || strongSell === null) return [];
    return [{ monthsAgo: Number(ago), strongBuy, buy, hold, sell, strongSell }];
  });
}
