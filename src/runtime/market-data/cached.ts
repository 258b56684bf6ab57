import type { MarketData } from "#core/ports.ts";
import type { Cache, CacheKey } from "../cache.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long an answer may be given out again, in milliseconds. */
const ttlMs = {
  history: 15 * MINUTE,
  quote: MINUTE,
  company: 6 * HOUR,
  statements: 24 * HOUR,
  news: 10 * MINUTE,
} as const;

/**
 * Market data through a cache: the same question asked by many at once makes one request. Answers
 * are frozen. A caller's signal ends its own wait, never the request that others share.
 */
export function cachedMarketData(inner: MarketData, cache: Cache): MarketData {
  const entry = (method: keyof typeof ttlMs, query: CacheKey) => ({
    key: { ...query, method, source: inner.name },
    ttlMs: ttlMs[method],
  });
  return {
    name: inner.name,
    synthetic: inner.synthetic,
    history: (query, options) =>
      cache.get(entry("history", { ...query }), () => inner.history(query), options),
    quote: (query, options) =>
      cache.get(entry("quote", { ...query }), () => inner.quote(query), options),
    company: (query, options) =>
      cache.get(entry("company", { ...query }), () => inner.company(query), options),
    statements: (query, options) =>
      cache.get(entry("statements", { ...query }), () => inner.statements(query), options),
    news: (query, options) =>
      cache.get(entry("news", { ...query }), () => inner.news(query), options),
  };
}
