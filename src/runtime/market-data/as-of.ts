import { companyAsOf, historyAsOf, knownBy, quoteAsOf, statementsAsOf } from "#core/as-of.ts";
import { dayOf } from "#core/day.ts";
import type { Clock, MarketData } from "#core/ports.ts";

/**
 * The one boundary in time: lets through only what was public by the end of `query.asOf` (UTC), bars
 * that have closed, and dates to come only to who asks as of today. Stands right in front of a
 * source, so that nothing behind it, a cache for one, holds anything later. Prices are brought back
 * to the scale of that day; what a source states in the shares of a later one is withheld.
 *
 * @throws DeskError `not_available_then` for a quote of a later day
 */
export function asOfBoundary(inner: MarketData, clock: Clock): MarketData {
  return {
    name: inner.name,
    synthetic: inner.synthetic,
    async history(query, options) {
      return historyAsOf(await inner.history(query, options), query.asOf, clock.now());
    },
    async quote(query, options) {
      return quoteAsOf(await inner.quote(query, options), query.asOf);
    },
    async company(query, options) {
      return companyAsOf(await inner.company(query, options), query.asOf, dayOf(clock.now()));
    },
    async statements(query, options) {
      return statementsAsOf(await inner.statements(query, options), query.asOf);
    },
    async news(query, options) {
      const news = await inner.news(query, options);
      return news.filter((item) => knownBy(query.asOf, item.publishedAt));
    },
  };
}
