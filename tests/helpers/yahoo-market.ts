import { onTestFinished } from "vitest";
import type { MarketData } from "#core/ports.ts";
import { createHttp } from "#runtime/http.ts";
import { createYahooMarketData } from "#runtime/market-data/yahoo/market-data.ts";
import { startYahooStub, type YahooStub, type YahooStubOptions } from "./yahoo-stub.ts";

export interface YahooOverStub {
  readonly market: MarketData;
  readonly stub: YahooStub;
  /** Milliseconds of each wait before a further try; none was really waited. */
  readonly waits: readonly number[];
  close(): Promise<void>;
}

/** 2025-03-03, a Monday. */
export const NOW = Date.parse("2025-03-03T18:00:00Z");

/** The Yahoo adapter over the pool and the stub, at a time that stands still. */
export async function openYahooOverStub(
  options: YahooStubOptions & { readonly deadlineMs?: number } = {},
): Promise<YahooOverStub> {
  const stub = await startYahooStub({ now: NOW, ...options });
  const http = createHttp({ allowedHosts: ["127.0.0.1"] });
  const waits: number[] = [];
  const market = createYahooMarketData({
    fetch: http.fetch,
    baseUrl: stub.url,
    clock: { now: () => NOW },
    wait: async (ms) => void waits.push(ms),
    ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }),
  });
  const close = async () => {
    await http.close();
    await stub.close();
  };
  return { market, stub, waits, close };
}

/** The same, closed when the test ends. */
export async function yahooOverStub(
  options: Parameters<typeof openYahooOverStub>[0] = {},
): Promise<YahooOverStub> {
  const opened = await openYahooOverStub(options);
  onTestFinished(opened.close);
  return opened;
}
