import { spansOfEvents } from "#core/event-spans.ts";
import type { Clock } from "#core/ports.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Span } from "#core/span.ts";
import { readEventsSoFar } from "#runtime/run-events.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import type { Facets } from "#runtime/store/facet.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config } from "../config.ts";
import { keptRun } from "../kept-run.ts";
import { openMarkets } from "../markets.ts";
import { type ChartOfRun, type PriceChartPorts, priceChartOf } from "./price-chart.ts";
import type { RunPage } from "./run-page.ts";

/** Where a chart's bars come from. */
export type ChartMarket = PriceChartPorts["market"];

/** Where runs are read, and those before them on the same symbol. */
type ShownRuns = Facets<"read" | "runs"> & Pick<Store, "history">;

/**
 * All that a page shows of a run; null where there is none, or it has no result.
 *
 * @param market opened for this one alone where it is left out
 * @throws DeskError `storage` when it cannot be read
 */
export async function pageOfRun(
  store: ShownRuns,
  config: Config,
  clock: Clock,
  id: string,
  market?: ChartMarket,
): Promise<RunPage | null> {
  const entry = await store.history.entry(id);
  const run = entry === null ? null : await keptRun(store, entry);
  if (entry === null || run === null || run.result === null) return null;
  const spans = await spansOf(id, config.logsDir);
  const shown = { id, title: entry.title, spans, missing: spans.length > 0 ? [] : [NO_EVENTS] };
  switch (run.kind) {
    case "analysis": {
      const { result } = run;
      const { chart, missing } = await withMarket(config, clock, market, (open) =>
        chartOf(result, open, store),
      );
      return { ...shown, missing: [...shown.missing, ...missing], kind: "analysis", result, chart };
    }
    case "contest":
      return { ...shown, kind: "contest", result: run.result };
    case "chain":
      return { ...shown, kind: "chain", result: run.result };
  }
}

const NO_EVENTS = "Its events are not on this machine, so the timeline has no bars.";

async function spansOf(id: string, logsDir: string): Promise<readonly Span[]> {
  return spansOfEvents(await readEventsSoFar(runFolderPath(logsDir, id))).spans;
}

async function withMarket<Value>(
  config: Config,
  clock: Clock,
  market: ChartMarket | undefined,
  work: (market: ChartMarket) => Promise<Value>,
): Promise<Value> {
  if (market !== undefined) return work(market);
  const markets = openMarkets({ data: "auto", mayFallBack: false, config, clock, rate: undefined });
  try {
    return await work((source) => markets[source]);
  } finally {
    await markets.close();
  }
}

/** A run is shown without its chart rather than late. */
const CHART_SECONDS = 5;

async function chartOf(
  result: AnalysisResult,
  market: ChartMarket,
  { runs }: ShownRuns,
): Promise<ChartOfRun> {
  const signal = AbortSignal.timeout(CHART_SECONDS * 1_000);
  try {
    return await priceChartOf(result, { market, runs, signal });
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
    const why = `${result.data.source} has not sent its prices within ${CHART_SECONDS} s`;
    return { chart: null, missing: [`There is no price chart: ${why}.`] };
  }
}
