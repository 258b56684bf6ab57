import type { DeskChoice } from "#core/desk-choice.ts";
import { DeskError } from "#core/errors.ts";
import type { Clock, MarketData, SourceName } from "#core/ports.ts";
import { createCache } from "#runtime/cache.ts";
import { createHttp } from "#runtime/http.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createMarketOpener } from "#runtime/market-data/fallback.ts";
import { createYahooMarketData } from "#runtime/market-data/yahoo/market-data.ts";
import type { RateLimit } from "#runtime/rates/rate-limit.ts";
import type { Rates } from "#runtime/rates/rates.ts";
import type { OpenMarket } from "#runtime/tape/recording-opener.ts";
import type { Config } from "./config.ts";

/** The sources, each behind the boundary in time and one cache, and what chooses between them. */
export interface Markets {
  readonly yahoo: MarketData;
  readonly demo: MarketData;
  readonly open: OpenMarket;
  close(): Promise<void>;
}

/** The limit of requests to the source of data, where one was asked for. */
export function dataRate(
  { maxDataPerMinute }: Pick<DeskChoice, "maxDataPerMinute">,
  rates: Rates,
): RateLimit | undefined {
  return maxDataPerMinute === null ? undefined : rates.limit("Yahoo", maxDataPerMinute);
}

export function openMarkets({
  data,
  mayFallBack,
  config: { yahooBaseUrl },
  clock,
  rate,
}: {
  readonly data: SourceName | "auto";
  /** Whether the demo market may stand in unasked. */
  readonly mayFallBack: boolean;
  readonly config: Config;
  readonly clock: Clock;
  /** How many requests Yahoo is asked within a minute; as many as come where it is left out. */
  readonly rate?: RateLimit | undefined;
}): Markets {
  const http = createHttp({
    allowedHosts: [
      ".yahoo.com",
      ...(yahooBaseUrl === null ? [] : [new URL(yahooBaseUrl).hostname]),
    ],
  });
  const closing = new AbortController();
  const cache = createCache({ clock });
  const guarded = (source: MarketData) => cachedMarketData(asOfBoundary(source, clock), cache);
  const yahoo = guarded(
    createYahooMarketData({
      fetch: http.fetch,
      clock,
      rate,
      signal: closing.signal,
      ...(yahooBaseUrl !== null && { baseUrl: yahooBaseUrl }),
    }),
  );
  const demo = guarded(createDemoMarketData());
  const opener = createMarketOpener({
    mode: data,
    yahoo,
    demo,
    mayFallBack,
    answers: http.answers,
  });
  return {
    yahoo,
    demo,
    open: (query, options) => opener.open(query, options),
    async close() {
      closing.abort(new DeskError("interrupted", "the connections to Yahoo have been closed"));
      await http.close();
    },
  };
}
