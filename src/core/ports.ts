import type { PriceHistory } from "./candle.ts";
import type { Company } from "./company.ts";
import type { Day } from "./day.ts";
import type { NewsItem } from "./news.ts";
import type { Quote } from "./quote.ts";
import type { Statement, StatementKind, StatementPeriod } from "./statement.ts";

/** Where figures come from. */
export type SourceName = "yahoo" | "demo";

/** Epoch milliseconds with a fraction; never goes back within a process. */
export interface Clock {
  now(): number;
}

/** How one resource was come by: see RequestCount. */
export type Access = "upstream" | "cacheHits" | "coalesced";

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Told once for each resource that the call needed. */
  readonly onAccess?: (access: Access) => void;
}

export interface SymbolQuery {
  readonly symbol: string;
  /** The last day whose knowledge may be used. */
  readonly asOf: Day;
}

export interface HistoryQuery extends SymbolQuery {
  /** First day wanted; the last is `asOf`. */
  readonly from: Day;
}

export interface StatementQuery extends SymbolQuery {
  readonly kind: StatementKind;
  readonly period: StatementPeriod;
}

/**
 * A source of market data. Every adapter passes tests/contracts/market-data.ts.
 *
 * Every method throws DeskError: `unknown_symbol`, `unreachable`, `rate_limited`, `timeout`,
 * `upstream`, `bad_response`, `not_available_then`; and the signal's reason when it is aborted.
 */
export interface MarketData {
  readonly name: SourceName;
  /** Whether the figures are invented. */
  readonly synthetic: boolean;
  /** Bars from `from` to `asOf`, both included; older ones where a source has none so recent. */
  history(query: HistoryQuery, options?: ReadOptions): Promise<PriceHistory>;
  quote(query: SymbolQuery, options?: ReadOptions): Promise<Quote>;
  company(query: SymbolQuery, options?: ReadOptions): Promise<Company>;
  /** Newest first; empty where the instrument files none. */
  statements(query: StatementQuery, options?: ReadOptions): Promise<readonly Statement[]>;
  /** Newest first. */
  news(query: SymbolQuery, options?: ReadOptions): Promise<readonly NewsItem[]>;
}
