import { addDays, type Day } from "#core/day.ts";
import { chartBody } from "../fixtures/yahoo/chart.ts";
import { quoteBody } from "../fixtures/yahoo/quote.ts";
import { searchBody } from "../fixtures/yahoo/search.ts";
import { summaryBody } from "../fixtures/yahoo/summary.ts";
import { timeseriesBody } from "../fixtures/yahoo/timeseries.ts";
import { PLANTED, PLANTED_TEXT } from "./planted.ts";
import { symbolOf, type YahooReply, type YahooRoute } from "./yahoo-stub.ts";

const DAY = 86_400;

/**
 * Yahoo's answers of now to a run as of a past day: what was known then is as invented, and all that
 * came later is planted. Every answer goes up to now, whatever period is asked for.
 *
 * @param now epoch milliseconds, some months after the day
 */
export function plantedYahoo(asOf: Day, now: number) {
  return (route: YahooRoute, url: URL): YahooReply | null => {
    const symbol = symbolOf(route, url);
    const period1 = Number(url.searchParams.get("period1"));
    switch (route) {
      case "chart":
        return { body: plantedChart(symbol, period1, asOf, now) };
      case "quote":
        return { body: planted(quoteBody(symbol, now)) };
      case "summary":
        return { body: plantedSummary(symbol, asOf, now) };
      case "timeseries": {
        const types = url.searchParams.get("type")?.split(",") ?? [];
        return { body: plantedStatements(symbol, types, period1, asOf, now) };
      }
      case "search":
        return { body: plantedNews(symbol, asOf, now) };
      default:
        return null;
    }
  };
}

/** The numbers and the words of a part in place of which others are planted. */
const KEPT =
  /^(symbol|quoteType|currency|financialCurrency|regularMarketTime|lastFiscalYearEnd|period)$/;

/** The same answer with every figure and every word planted, but for what it could not be read by. */
function planted(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value) => {
    if (KEPT.test(key)) return value;
    if (typeof value === "number") return PLANTED;
    return typeof value === "string" ? PLANTED_TEXT : value;
  });
}

function plantedChart(symbol: string, period1: number, asOf: Day, now: number) {
  const body = chartBody(symbol, period1, now / 1_000);
  const split = Date.parse(`${addDays(asOf, 30)}T14:30Z`) / 1_000;
  const end = Date.parse(`${addDays(asOf, 1)}T00:00Z`) / 1_000;
  for (const { timestamp = [], indicators, ...result } of body.chart.result) {
    Object.assign(result.meta, { regularMarketPrice: PLANTED });
    const columns = [...indicators.quote, ...indicators.adjclose].flatMap(Object.values<number[]>);
    for (const [index, time] of timestamp.entries()) {
      for (const column of columns) if (time >= end) column[index] = PLANTED;
    }
  }
  const splits = { [split]: { date: split, numerator: 2, denominator: 1, splitRatio: "2:1" } };
  const result = body.chart.result.map((one) => ({ ...one, events: { splits } }));
  return { chart: { result, error: null } };
}

function plantedSummary(symbol: string, asOf: Day, now: number) {
  const known = Date.parse(asOf);
  const then = Object(summaryBody(symbol, known).quoteSummary.result[0]);
  const [current] = summaryBody(symbol, now).quoteSummary.result;
  const later = Math.floor(known / 1_000) + 2 * DAY;
  const plantedNow = Object(planted(current));
  if (!("earningsHistory" in then)) {
    return { quoteSummary: { result: [plantedNow], error: null } };
  }
  const lists = {
    calendarEvents: {
      ...plantedNow.calendarEvents,
      earnings: {
        earningsDate: [Math.floor(now / 1_000) + 20 * DAY],
        earningsCallDate: [later],
        earningsAverage: PLANTED,
        revenueAverage: PLANTED,
      },
      exDividendDate: later,
    },
    earningsHistory: {
      history: [
        ...then.earningsHistory.history,
        { quarter: { raw: later }, epsActual: PLANTED, epsEstimate: PLANTED },
        { quarter: { raw: later - 9 * DAY }, epsActual: PLANTED, epsEstimate: PLANTED },
      ],
    },
    upgradeDowngradeHistory: {
      history: [
        ...then.upgradeDowngradeHistory.history,
        { epochGradeDate: later, firm: PLANTED_TEXT, toGrade: "Buy", action: "up" },
      ],
    },
    insiderTransactions: {
      transactions: [
        ...then.insiderTransactions.transactions,
        // Made before the day, and told after it.
        { startDate: { raw: later - 4 * DAY }, filerName: PLANTED_TEXT, shares: PLANTED },
      ],
    },
  };
  return { quoteSummary: { result: [{ ...plantedNow, ...lists }], error: null } };
}

/** Quarters and years that were not yet told on the day; some of them had ended by then. */
function plantedStatements(
  symbol: string,
  types: readonly string[],
  period1: number,
  asOf: Day,
  now: number,
) {
  const body = timeseriesBody(symbol, types, period1, now / 1_000);
  return JSON.parse(JSON.stringify(body), (_key, value) => {
    const untold = typeof value?.asOfDate === "string" && value.asOfDate > addDays(asOf, -45);
    return untold ? { ...value, reportedValue: { raw: PLANTED } } : value;
  });
}

function plantedNews(symbol: string, asOf: Day, now: number) {
  const then = searchBody(symbol, Date.parse(asOf)).news;
  const later = searchBody(`${PLANTED_TEXT} ${symbol}`, now).news;
  return { count: 8, quotes: [], news: [...later, ...then] };
}
