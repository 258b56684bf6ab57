import type { MarketData, ReadOptions, SymbolQuery } from "#core/ports.ts";
import { parseTicker } from "#core/ticker.ts";
import { untilAborted } from "../../until-aborted.ts";
import { createYahooClient, type YahooOptions } from "./client.ts";
import { readCompany } from "./company.ts";
import { readHistory } from "./history.ts";
import { readNews } from "./news.ts";
import { readQuote } from "./quote.ts";
import { readStatements } from "./statements.ts";

/**
 * Market data of Yahoo Finance.
 *
 * Quotes and companies are as of now: companies whatever day is asked for, as `availableAt` says,
 * quotes not as of a past day. One call of a method is one request, and two more for the first that
 * needs a session. A ticker that is none throws DeskError `usage`, before anything is asked.
 */
export function createYahooMarketData(options: YahooOptions): MarketData {
  const client = createYahooClient(options);
  const { clock } = options;
  return {
    name: "yahoo",
    synthetic: false,
    history: reader((query) => readHistory(client, query, clock)),
    quote: reader((query) => readQuote(client, query, clock)),
    company: reader((query) => readCompany(client, query, clock)),
    statements: reader((query) => readStatements(client, query, clock)),
    news: reader((query) => readNews(client, query)),
  };
}

/** Around each method: the ticker checked, the access told, the caller's own abort heard. */
function reader<Query extends SymbolQuery, T>(read: (query: Query) => Promise<T>) {
  return async (query: Query, { signal, onAccess }: ReadOptions = {}): Promise<T> => {
    signal?.throwIfAborted();
    // The library puts symbols into paths as they are.
    const symbol = parseTicker(query.symbol);
    onAccess?.("upstream");
    return untilAborted(read({ ...query, symbol }), signal);
  };
}
