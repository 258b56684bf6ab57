import { LRUCache } from "lru-cache";
import type { Day } from "#core/day.ts";
import { DeskError } from "#core/errors.ts";
import type { MarketData, ReadOptions, SymbolQuery } from "#core/ports.ts";
import type { Quarter } from "./books.ts";
import { OPENING } from "./calendar.ts";
import { companyOf, withoutCompany } from "./company.ts";
import { type FactorDay, marketFactor } from "./factor.ts";
import { instrumentOf } from "./instrument.ts";
import { newsOf } from "./news.ts";
import {
  adjustForDividends,
  inWholeUnits,
  type PriceRun,
  pricesUntil,
  runPrices,
} from "./prices.ts";
import { quartersOf } from "./quarters.ts";
import { quoteOf } from "./quote.ts";
import { SOURCE } from "./source.ts";
import { statementsOf } from "./statements.ts";

/** Symbols whose prices and quarters are kept, some hundred kilobytes each. */
const SYMBOLS_KEPT = 16;

/**
 * An invented market for any ticker: no network and no clock. The same ticker and day give the same
 * figures on every machine, and what was up to a day stays as it was when asked for a later one.
 *
 * @throws DeskError `not_available_then` for anything asked as of a day before its opening in 2010
 */
export function createDemoMarketData(): MarketData {
  const runs = new LRUCache<string, { until: Day; run: PriceRun }>({ max: SYMBOLS_KEPT });
  const quarters = new LRUCache<string, readonly Quarter[]>({ max: SYMBOLS_KEPT });
  let days: FactorDay[] = [];

  function runOf(symbol: string, asOf: Day): PriceRun {
    const kept = runs.get(symbol);
    if (kept !== undefined && asOf <= kept.until) return pricesUntil(kept.run, asOf);
    const covered = days.at(-1)?.date;
    if (covered === undefined || covered < asOf) days = marketFactor(asOf);
    const until = days.at(-1)?.date ?? asOf;
    const run = runPrices(instrumentOf(symbol), days);
    runs.set(symbol, { until, run });
    return pricesUntil(run, asOf);
  }

  /** The quarters that were reported by a day; none for what is no company. */
  function reportedBy(asOf: Day, symbol: string, run: PriceRun): readonly Quarter[] {
    const { type, subunits } = instrumentOf(symbol);
    if (type !== "equity") return [];
    const key = `${symbol} ${asOf}`;
    const kept = quarters.get(key);
    if (kept !== undefined) return kept;
    const all = quartersOf(symbol, inWholeUnits(run, subunits), asOf);
    const made = all.filter(({ reported }) => reported <= asOf);
    quarters.set(key, made);
    return made;
  }

  function traded({ symbol, asOf }: SymbolQuery) {
    const run = runOf(symbol, asOf);
    const last = run.bars.at(-1);
    if (last !== undefined) return { run, last };
    throw new DeskError(
      "not_available_then",
      `nothing is known of ${symbol} as of ${asOf}: the demo market opens on ${OPENING}. Choose that day or a later one.`,
      { facts: { symbol, asOf, opening: OPENING } },
    );
  }

  return {
    name: "demo",
    synthetic: true,
    async history(query, options) {
      begin(options);
      const { symbol, from } = query;
      const { currency, timeZone, closesAt } = instrumentOf(symbol);
      const candles = adjustForDividends(traded(query).run, from);
      return {
        symbol,
        currency,
        timeZone,
        closesAt,
        candles,
        splits: [],
        droppedBars: 0,
        source: SOURCE,
      };
    },
    async quote(query, options) {
      begin(options);
      const { run, last } = traded(query);
      const newest = reportedBy(query.asOf, query.symbol, run).at(-1);
      return quoteOf(instrumentOf(query.symbol), run.bars, last, newest);
    },
    async company(query, options) {
      begin(options);
      const { run, last } = traded(query);
      const instrument = instrumentOf(query.symbol);
      if (instrument.type !== "equity") return withoutCompany(instrument, last.date);
      return companyOf(instrument, run, reportedBy(query.asOf, query.symbol, run), query.asOf);
    },
    async statements(query, options) {
      begin(options);
      const { symbol, asOf, kind, period } = query;
      const quarters = reportedBy(asOf, symbol, traded(query).run);
      return statementsOf(instrumentOf(symbol), quarters, kind, period);
    },
    async news(query, options) {
      begin(options);
      return newsOf(query.symbol, traded(query).run);
    },
  };
}

function begin({ signal, onAccess }: ReadOptions = {}): void {
  signal?.throwIfAborted();
  onAccess?.("upstream");
}
