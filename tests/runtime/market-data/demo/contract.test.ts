import { createCache } from "#runtime/cache.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { describeMarketData } from "../../../contracts/market-data.ts";

const given = { asOf: "2024-06-15", symbol: "AAPL", indexSymbol: "^GSPC", close: () => {} };

describeMarketData("the demo market", () => ({ ...given, market: createDemoMarketData() }));

describeMarketData("the demo market behind the cache", () => ({
  ...given,
  market: cachedMarketData(createDemoMarketData(), createCache({ clock: { now: () => 0 } })),
}));

describeMarketData("the demo market behind the boundary in time", () => ({
  ...given,
  market: asOfBoundary(createDemoMarketData()),
}));
