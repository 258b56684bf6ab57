import type { Candle } from "#core/candle.ts";
import { addDays, type Day, dayOf } from "#core/day.ts";
import type { MarketData } from "#core/ports.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { PLANTED, PLANTED_TEXT } from "./planted.ts";

/** A split that is to come and that the source has already put into its prices. */
const LATER_SPLIT = 2;

/**
 * The demo market as a source that knows only now: every answer, whatever day is asked for, holds
 * what was known on that day and planted data of later ones.
 *
 * @param now a time some months after every day that is asked for
 */
export function plantedMarket(now: string): MarketData {
  const demo = createDemoMarketData();
  const today = dayOf(Date.parse(now));
  return {
    name: "yahoo",
    synthetic: false,
    async history(query) {
      const history = await demo.history(query);
      const split = (candle: Candle): Candle => ({
        ...candle,
        open: candle.open / LATER_SPLIT,
        high: candle.high / LATER_SPLIT,
        low: candle.low / LATER_SPLIT,
        close: candle.close / LATER_SPLIT,
        // A dividend that is to come is in it too.
        adjustedClose: (candle.adjustedClose / LATER_SPLIT) * 0.9,
        volume: candle.volume * LATER_SPLIT,
      });
      return {
        ...history,
        candles: [...history.candles.map(split), ...laterDays(query.asOf).map(plantedBar)],
        splits: [{ date: addDays(query.asOf, 30), ratio: LATER_SPLIT }],
      };
    },
    async quote(query) {
      const quote = await demo.quote(query);
      return {
        ...quote,
        name: PLANTED_TEXT,
        price: PLANTED,
        previousClose: PLANTED,
        marketCap: PLANTED,
        time: now,
        availableAt: now,
      };
    },
    async company(query) {
      const company = await demo.company(query);
      const { profile, statistics, recommendations, earnings, ratingChanges } = company;
      const later = addDays(query.asOf, 1);
      return {
        ...company,
        profile: profile && { ...profile, name: PLANTED_TEXT, employees: PLANTED },
        statistics: statistics && { ...statistics, marketCap: PLANTED, beta: PLANTED },
        calendar: {
          nextEarnings: addDays(today, 20),
          exDividend: addDays(query.asOf, 9),
          epsEstimate: PLANTED,
          revenueEstimate: PLANTED,
        },
        recommendations: recommendations.map((month) => ({ ...month, buy: PLANTED })),
        earnings: [
          {
            quarterEnd: query.asOf,
            epsActual: PLANTED,
            epsEstimate: PLANTED,
            surprise: PLANTED,
            availableAt: `${later}T00:00:00.000Z`,
          },
          ...earnings,
        ],
        ratingChanges: [
          {
            date: later,
            firm: PLANTED_TEXT,
            from: null,
            to: "Buy",
            action: "upgrade",
            availableAt: `${later}T00:00:00.000Z`,
          },
          ...ratingChanges,
        ],
        insiderTransactions: [
          {
            date: query.asOf,
            name: PLANTED_TEXT,
            relation: null,
            kind: "buy",
            shares: PLANTED,
            value: PLANTED,
            text: null,
            availableAt: `${later}T00:00:00.000Z`,
          },
          ...company.insiderTransactions,
        ],
        availableAt: now,
        statedLater: true,
      };
    },
    async statements(query) {
      const statements = await demo.statements(query);
      const planted = statements.slice(0, 1).map((newest) => ({
        ...newest,
        periodEnd: query.asOf,
        lines: Object.fromEntries(Object.keys(newest.lines).map((line) => [line, PLANTED])),
        availableAt: `${addDays(query.asOf, 1)}T00:00:00.000Z`,
      }));
      return [...planted, ...statements];
    },
    async news(query) {
      const news = await demo.news(query);
      const planted = {
        title: `${PLANTED_TEXT}: ${query.symbol} doubles`,
        publisher: PLANTED_TEXT,
        url: null,
        publishedAt: `${addDays(query.asOf, 1)}T00:00:00.000Z`,
        source: "planted",
      };
      return [planted, ...news];
    },
  };
}

function laterDays(asOf: Day): Day[] {
  return Array.from({ length: 40 }, (_, index) => addDays(asOf, index + 1));
}

function plantedBar(date: Day): Candle {
  const price = PLANTED;
  return {
    date,
    open: price,
    high: price,
    low: price,
    close: price,
    adjustedClose: price,
    volume: PLANTED,
  };
}
