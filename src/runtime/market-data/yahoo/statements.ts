import { addDays, type Day, dayOf } from "#core/day.ts";
import { endsFiscalYear, filesAbroad, filingLagDays } from "#core/filing-lag.ts";
import type { Clock, StatementQuery } from "#core/ports.ts";
import { type Statement, type StatementPeriod, statementLines } from "#core/statement.ts";
import type { YahooClient } from "./client.ts";
import { publicBy } from "./public-by.ts";
import { type FiledLine, timeseriesSchema } from "./schemas/timeseries.ts";

const HOST = "https://query1.finance.yahoo.com";
const PATH = "/ws/fundamentals-timeseries/v1/finance/timeseries";
const YEARS = 5;

/** Lines that Yahoo knows by another name. */
const yahooNames: Readonly<Record<string, string>> = {
  totalLiabilities: "totalLiabilitiesNetMinorityInterest",
  cashAndShortTermInvestments: "cashCashEquivalentsAndShortTermInvestments",
};

/**
 * Statements of the last five years whose period ended by the query's day. Yahoo states no filing
 * dates, and figures as they are now. Of quarters, a line of the years is asked for too: it tells
 * which of them ends a year.
 *
 * Asked of the same resource as the library's fundamentalsTimeSeries, but directly: that function
 * drops the currency and every value that is 0, and prints rows without a period type.
 */
export async function readStatements(
  client: YahooClient,
  query: StatementQuery,
  clock: Clock,
): Promise<readonly Statement[]> {
  const { symbol, kind, period } = query;
  const types = new Map(statementLines[kind].map((line) => [typeOf(line, period), line]));
  const ofYears = typeOf(statementLines[kind][0], "annual");
  const sent = await client.read({
    symbol,
    what: `${period} ${kind} statement`,
    schema: timeseriesSchema,
    ask: ({ get }) => get(address(query, [...new Set([...types.keys(), ofYears])])),
  });
  const years = sent.find(({ name }) => name === ofYears)?.points ?? [];
  const yearEnd = years.find((point) => point !== null)?.asOfDate ?? null;
  const filings = new Map<Day, Filing>();
  for (const { name, points } of sent) {
    const line = types.get(name);
    if (line !== undefined) addPoints(filings, line, points);
  }
  return [...filings]
    .filter(([periodEnd]) => periodEnd <= query.asOf)
    .sort(([a], [b]) => (a > b ? -1 : 1))
    .map(([periodEnd, filing]) => statementOf(query, { periodEnd, yearEnd, filing }, clock.now()));
}

interface Filing {
  currency: string | null;
  readonly values: Map<string, number>;
}

function addPoints(filings: Map<Day, Filing>, line: string, points: FiledLine["points"]): void {
  for (const point of points) {
    if (point === null || point.reportedValue === null) continue;
    const filing = filings.get(point.asOfDate) ?? { currency: null, values: new Map() };
    filings.set(point.asOfDate, filing);
    filing.currency ??= point.currencyCode;
    filing.values.set(line, point.reportedValue);
  }
}

function statementOf(
  { symbol, kind, period, asOf }: StatementQuery,
  told: { readonly periodEnd: Day; readonly yearEnd: Day | null; readonly filing: Filing },
  now: number,
): Statement {
  const { periodEnd, yearEnd } = told;
  const { currency, values } = told.filing;
  const lag = filingLagDays(period, {
    abroad: filesAbroad(symbol, currency),
    endsFiscalYear: endsFiscalYear(periodEnd, yearEnd),
  });
  const { availableAt, assumed } = publicBy(periodEnd, lag, now);
  return {
    kind,
    period,
    periodEnd,
    currency,
    lines: Object.fromEntries(statementLines[kind].map((line) => [line, values.get(line) ?? null])),
    availableAt,
    dateAssumed: assumed,
    statedLater: asOf < dayOf(now),
    source: "yahoo",
  };
}

/** Yahoo's name of a line in a period: `annualTotalRevenue`. */
function typeOf(line: string, period: StatementPeriod): string {
  const name = yahooNames[line] ?? line;
  return `${period}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function address({ symbol, asOf }: StatementQuery, types: readonly string[]): URL {
  const url = new URL(`${PATH}/${encodeURIComponent(symbol)}`, HOST);
  url.searchParams.set("period1", epochSeconds(addDays(asOf, -YEARS * 366)));
  url.searchParams.set("period2", epochSeconds(addDays(asOf, 1)));
  url.searchParams.set("type", types.join(","));
  return url;
}

function epochSeconds(day: Day): string {
  return String(Date.parse(day) / 1_000);
}
