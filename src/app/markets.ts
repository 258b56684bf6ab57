import type { Clock, MarketData, SourceName } from "#core/ports.ts";
import { createCache } from "#runtime/cache.ts";
import { createHttp } from "#runtime/http.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createMarketOpener } from "#runtime/market-data/fallback.ts";
import { createYahooMarketData } from "#runtime/market-data/yahoo/market-data.ts";
import type { OpenMarket } from "#runtime/tape/recording-opener.ts";
import type { Config } from "./config.ts";

/** The sources, each behind the boundary in time and one cache, and what chooses between them. */
export interface Markets {
  readonly yahoo: MarketData;
  readonly demo: MarketData;
  readonly open: OpenMarket;
  close(): Promise<void>;
}

export function openMarkets({
  data,
  mayFallBack,
  config: { yahooBaseUrl },
  clock,
}: {
  readonly data: SourceName | "auto";
  /** Whether the demo market may stand in unasked. */
  readonly mayFallBack: boolean;
  readonly config: Config;
  readonly clock: Clock;
}): Markets {
  const http = createHttp({
    allowedHosts: [
      ".yahoo.com",
      ...(yahooBaseUrl === null ? [] : [new URL(yahooBaseUrl).hostname]),
    ],
  });
  const cache = createCache({ clock });
  const guarded = (source: MarketData) => cachedMarketData(asOfBoundary(source, clock), cache);
  const yahoo = guarded(
    createYahooMarketData({
      fetch: http.fetch,
      clock,
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
    close: () => http.close(),
  };
}
