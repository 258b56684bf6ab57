import { adjusted, type Candle } from "#core/candle.ts";
import { addDays } from "#core/day.ts";
import { messageOf } from "#core/errors.ts";
import { historyWindow } from "#core/history-window.ts";
import { type IndicatorName, indicators } from "#core/indicators/index.ts";
import type { MarketData, SourceName } from "#core/ports.ts";
import { sentence } from "#core/render/wording.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { RunStore } from "#core/run-store.ts";
import { citedIndicators, indicatorOf } from "./cited-indicators.ts";
import { decisionMarks } from "./decision-marks.ts";
import type { CitedIndicator, PriceChart } from "./run-page.ts";
import { short, shortened } from "./short-figures.ts";

/** What a run's chart is made with. */
export interface PriceChartPorts {
  /** A source behind its boundary in time, as runs have it. */
  readonly market: (source: SourceName) => Pick<MarketData, "history">;
  /** Where earlier decisions are recorded; null where none are to be shown. */
  readonly runs: Pick<RunStore, "runs"> | null;
  readonly signal?: AbortSignal;
}

/** A run's chart, and what is not as the run had it. */
export interface ChartOfRun {
  /** null where its bars could not be had; `missing` says why. */
  readonly chart: PriceChart | null;
  readonly missing: readonly string[];
}

/**
 * The price up to a run's day from the source that it had its figures from, with the indicators that its
 * texts cite and the decisions on the symbol up to that day. It asks what the run has asked, so right
 * after a run all is in the cache; for an earlier one the source is asked again.
 *
 * @throws the signal's reason when it is aborted; DeskError `storage` when the records cannot be read
 */
export async function priceChartOf(
  result: AnalysisResult,
  { market, runs, signal }: PriceChartPorts,
): Promise<ChartOfRun> {
  const { symbol, asOf, data } = result;
  const source = market(data.source);
  const options = signal === undefined ? {} : { signal };
  const [history, decisions] = await Promise.all([
    source.history(historyWindow(symbol, asOf), options).catch((error: unknown) => {
      signal?.throwIfAborted();
      return messageOf(error);
    }),
    decisionMarks(result, runs),
  ]);
  if (typeof history === "string") return without(history);
  const candles = knownToRun(result, adjusted(history.candles));
  const last = candles.at(-1);
  if (last === undefined) return without(`${data.source} has no bars of ${symbol} up to ${asOf}`);
  const computed = citedIndicators(result).map((name) => ({ name, lines: linesOf(name, candles) }));
  const from = addDays(last.date, -SHOWN_DAYS);
  const first = candles.findIndex(({ date }) => date >= from);
  const bars = candles.slice(first);
  const chart: PriceChart = {
    symbol,
    currency: history.currency,
    dates: bars.map(({ date }) => date),
    open: short(bars.map(({ open }) => open)),
    high: short(bars.map(({ high }) => high)),
    low: short(bars.map(({ low }) => low)),
    close: short(bars.map(({ close }) => close)),
    volume: bars.map(({ volume }) => volume),
    indicators: computed.map(({ name, lines }) => shownIndicator(name, lines, first)),
    decisions,
  };
  const revised = isRevised(
    result,
    computed.flatMap(({ lines }) => lines),
  );
  return { chart, missing: revised ? [revisedWords(data.source)] : [] };
}

/** Eighteen months: a year to look at, and half a one before it. */
const SHOWN_DAYS = 548;

function without(why: string): ChartOfRun {
  return { chart: null, missing: [sentence(`There is no price chart: ${why}`)] };
}

/** Bars that have been completed since the run, on its own day, are none of what it knew. */
function knownToRun({ facts, symbol }: AnalysisResult, candles: readonly Candle[]): Candle[] {
  const days = facts.flatMap((fact) =>
    indicatorOf(fact, symbol) === null || fact.asOf === null ? [] : [fact.asOf],
  );
  const last = days.toSorted().at(-1);
  return candles.filter(({ date }) => last === undefined || date <= last);
}

type Lines = ReturnType<(typeof indicators)[IndicatorName]["compute"]>;

function linesOf(name: IndicatorName, candles: readonly Candle[]): Lines {
  return indicators[name].compute(candles);
}

/** Indicators in the scale of prices; the others have one of their own. */
const OVER_PRICES: readonly IndicatorName[] = [
  "sma_50",
  "sma_200",
  "ema_10",
  "bollinger",
  "vwma_20",
];

/** What those are called that have several lines. */
const NAMES: Partial<Readonly<Record<IndicatorName, string>>> = {
  macd: "MACD",
  bollinger: "Bollinger bands",
  stochastic: "Stochastic",
};

/** What readers compare a value with. */
const GUIDES: Partial<Readonly<Record<IndicatorName, readonly number[]>>> = {
  rsi_14: [30, 70],
  mfi_14: [20, 80],
  stochastic: [20, 80],
  adx_14: [25],
};

/** @param first the place of the first bar that is shown */
function shownIndicator(name: IndicatorName, lines: Lines, first: number): CitedIndicator {
  const [line] = lines;
  return {
    id: name,
    label: NAMES[name] ?? line?.label ?? name,
    pane: OVER_PRICES.includes(name) ? "price" : "own",
    guides: GUIDES[name] ?? [],
    lines: lines.map(({ label, path, values }) => ({
      name: label,
      drawn: path.endsWith(".histogram") ? "bars" : "line",
      values: values.slice(first).map((value) => (value === null ? null : shortened(value))),
    })),
  };
}

/** More than rounding, as a part of the value. */
const REVISED = 1e-6;

/** Whether the bars give other values for the run's day than those that the run was told. */
function isRevised({ facts, symbol }: AnalysisResult, lines: Lines): boolean {
  const told = new Map(
    facts.flatMap((fact) =>
      indicatorOf(fact, symbol) === null ? [] : [[fact.path, fact.value] as const],
    ),
  );
  return lines.some(({ path, values }) => {
    const [was, is] = [told.get(path), values.at(-1) ?? null];
    if (typeof was !== "number" || is === null) return false;
    return Math.abs(was - is) > REVISED * Math.max(Math.abs(was), Math.abs(is));
  });
}

function revisedWords(source: SourceName): string {
  return `${source} has revised its prices since the run: the chart's indicators do not end where the run's texts say.`;
}
