import { createCache } from "#runtime/cache.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { describeMarketData } from "../../../contracts/market-data.ts";

const given = { asOf: "2024-06-15", symbol: "AAPL", indexSymbol: "^GSPC", close: () => {} };
/** Late on the day asked for: what is known only of today is still let through. */
const clock = { now: () => Date.parse("2024-06-15T23:00:00Z") };

describeMarketData("the demo market", () => ({ ...given, market: createDemoMarketData() }));

describeMarketData("the demo market behind the cache", () => ({
  ...given,
  market: cachedMarketData(createDemoMarketData(), createCache({ clock })),
}));

describeMarketData("the demo market behind the boundary in time", () => ({
  ...given,
  market: asOfBoundary(createDemoMarketData(), clock),
}));
