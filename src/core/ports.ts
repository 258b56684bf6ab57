import type { PriceHistory } from "./candle.ts";
import type { Company } from "./company.ts";
import type { Day } from "./day.ts";
import type { NewsItem } from "./news.ts";
import type { Quote } from "./quote.ts";
import type { KeptDecision } from "./review/kept-decision.ts";
import type { TrackRecord } from "./review/track-record.ts";
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

/** Whose decisions to recall: those on a symbol and its peers, made of one source's figures. */
export interface RecordQuestion extends SymbolQuery {
  /** null where it is not known, and for what has none. */
  readonly sector: string | null;
  readonly source: SourceName;
}

/**
 * How the desk's own decisions turned out, as far as that was known on the question's day; null
 * without a memory.
 */
export type Recall = (
  question: RecordQuestion,
  options: ReadOptions,
) => Promise<TrackRecord | null>;

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

/** Which kept decisions are asked for: those to which all that is given applies. */
export interface DecisionQuery {
  /** Only decisions as of this day or an earlier one that had been made by its end, in UTC. */
  readonly asOf: Day;
  readonly source?: SourceName;
  /** As results state it. */
  readonly model?: string;
  /** Only decisions on one of these. */
  readonly symbols?: readonly string[];
}

interface Recollection {
  /** In the order in which they were kept. */
  readonly decisions: readonly KeptDecision[];
  /** Entries that cannot be read, at least those that were asked for. */
  readonly passedOver: number;
}

/**
 * Where decisions are kept, one a run: the first that is kept of it. Every adapter passes
 * tests/contracts/decision-memory.ts.
 *
 * Both methods throw DeskError `storage` where it cannot be written or read at all.
 */
export interface DecisionMemory {
  keep(decision: KeptDecision): Promise<void>;
  recall(query: DecisionQuery): Promise<Recollection>;
}
