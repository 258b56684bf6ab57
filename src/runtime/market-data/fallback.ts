import { setTimeout as sleep } from "node:timers/promises";
import { DeskError } from "#core/errors.ts";
import { historyWindow } from "#core/history-window.ts";
import type { MarketData, ReadOptions, SourceName, SymbolQuery } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";
import { untilAborted } from "../until-aborted.ts";

export interface MarketChoice {
  /** `auto` is Yahoo, and the demo market where Yahoo cannot be reached. */
  readonly mode: SourceName | "auto";
  readonly yahoo: MarketData;
  readonly demo: MarketData;
  /** Whether `auto` may use the demo market; false where a model is paid for. */
  readonly mayFallBack: boolean;
  /** How many answers Yahoo has given so far, whatever they said. */
  readonly answers: () => number;
  /** How long `auto` waits for a first answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** Resolves after some milliseconds, or rejects when the signal is aborted. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const TIMEOUT_MS = 3_000;
const ASK_FOR_DEMO = "use --data demo for synthetic data";

/**
 * Opens the market for one symbol by asking for its price history, which every analyst needs.
 *
 * `open` throws DeskError: `unknown_symbol` where there is no price of the symbol, `unreachable`
 * where Yahoo does not answer and the demo market may not stand in, and what Yahoo itself answers
 * with. A source that answers, with whatever error, is never replaced.
 */
export function createMarketOpener({
  mode,
  yahoo,
  demo,
  mayFallBack,
  answers,
  timeoutMs = TIMEOUT_MS,
  wait = (ms, signal) => sleep(ms, undefined, { signal }),
}: MarketChoice) {
  async function openDemo(query: SymbolQuery, options: ReadOptions, why: string) {
    await requirePrices(demo, query, options);
    return opened(demo, `SYNTHETIC DATA: ${why}; every figure is from the demo market.`);
  }

  /** Waits as long as Yahoo's own deadline, since it alone will do. */
  async function openYahoo(query: SymbolQuery, options: ReadOptions) {
    await requirePrices(yahoo, query, options);
    return opened(yahoo, null);
  }

  /** Waits no longer than `timeoutMs` for a sign of life; one that asks for patience is a sign. */
  async function openYahooSoon(query: SymbolQuery, options: ReadOptions) {
    const late = new AbortController();
    const settled = new AbortController();
    const before = answers();
    wait(timeoutMs, settled.signal).then(
      () => {
        if (answers() === before) late.abort(noAnswerWithin(timeoutMs));
      },
      () => {},
    );
    const signal =
      options.signal === undefined ? late.signal : AbortSignal.any([options.signal, late.signal]);
    try {
      return await untilAborted(openYahoo(query, { ...options, signal }), signal);
    } finally {
      settled.abort();
    }
  }

  return {
    async open(query: SymbolQuery, options: ReadOptions = {}): Promise<Provenance> {
      options.signal?.throwIfAborted();
      if (mode === "demo") return openDemo(query, options, "asked for by --data demo");
      try {
        return await (mode === "auto" ? openYahooSoon : openYahoo)(query, options);
      } catch (error) {
        if (!(error instanceof DeskError) || error === options.signal?.reason) throw error;
        if (!isSilence(error)) throw withWayOut(error);
        const why = `Yahoo Finance could not be reached (${causeOf(error)})`;
        if (mode === "auto" && mayFallBack) return openDemo(query, options, why);
        throw new DeskError("unreachable", `${why}. ${wayOutOfSilence(mode)}`, {
          cause: error,
          facts: error.facts,
        });
      }
    },
  };
}

function opened({ name, synthetic }: MarketData, notice: string | null): Provenance {
  return { source: name, synthetic, notice };
}

/** @throws DeskError `unknown_symbol` when the source has no bar of the symbol. */
async function requirePrices(market: MarketData, query: SymbolQuery, options: ReadOptions) {
  const { symbol, asOf } = query;
  const window = historyWindow(symbol, asOf);
  const { candles } = await market.history(window, options);
  if (candles.length > 0) return;
  throw new DeskError(
    "unknown_symbol",
    `no price of ${symbol} is known from ${window.from} to ${asOf} (source: ${market.name}). Check the symbol, or choose a day on which it was traded.`,
    { facts: { symbol, asOf, source: market.name } },
  );
}

function noAnswerWithin(ms: number): DeskError {
  return new DeskError("timeout", `no answer within ${ms / 1000} s`, { facts: { timeoutMs: ms } });
}

function isSilence({ code }: DeskError): boolean {
  return code === "unreachable" || code === "timeout";
}

function wayOutOfSilence(mode: SourceName | "auto"): string {
  return mode === "auto"
    ? "Money is not spent on synthetic data unasked: use --data demo to ask for it, or --model rules, which costs nothing."
    : `Check the network and try again, or ${ASK_FOR_DEMO}.`;
}

/** Adds what can be done about an answer that is no data. */
function withWayOut(error: DeskError): DeskError {
  if (!["rate_limited", "upstream", "bad_response"].includes(error.code)) return error;
  return new DeskError(
    error.code,
    `${error.message} Yahoo Finance was reached, so the demo market does not stand in for it unasked: ${ASK_FOR_DEMO}.`,
    { cause: error, facts: error.facts },
  );
}

/** Why nothing came, in a few words, such as "ENOTFOUND query2.finance.yahoo.com". */
function causeOf({ facts, message }: DeskError): string {
  const { code, host } = facts;
  if (typeof code === "string" && typeof host === "string") return `${code} ${host}`;
  return message.replace(/\.$/, "");
}
