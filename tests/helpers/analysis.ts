import { setTimeout as wait } from "node:timers/promises";
import type { RunEvent } from "#core/event.ts";
import type { MarketData } from "#core/ports.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { resultOf } from "#graphs/analysis/result.ts";
import type { AnalysisStateValue } from "#graphs/analysis/state.ts";
import { systemClock } from "#runtime/clock.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { createTools } from "#tools/index.ts";

/** A day that tests analyse as of; the demo market has data for any. */
export const AS_OF = "2026-11-20";

/** Ports over the demo market and the rules model; a test replaces what it is about. */
export function demoPorts(
  changes: Partial<AnalysisPorts> & { readonly market?: MarketData } = {},
): AnalysisPorts {
  const { market = createDemoMarketData(), ...ports } = changes;
  const tools = createTools(market);
  const rules = createRulesModel();
  return {
    open: async () => ({ source: "demo", synthetic: true, notice: "SYNTHETIC DATA: a test." }),
    tools: () => tools,
    model: () => rules,
    recall: async () => null,
    clock: systemClock,
    ...ports,
  };
}

/** The market, answering every question a while later. */
export function slowMarket(market: MarketData, ms: number): MarketData {
  const late = async <T>(answer: Promise<T>): Promise<T> => {
    await wait(ms);
    return answer;
  };
  return {
    name: market.name,
    synthetic: market.synthetic,
    history: (query, options) => late(market.history(query, options)),
    quote: (query, options) => late(market.quote(query, options)),
    company: (query, options) => late(market.company(query, options)),
    statements: (query, options) => late(market.statements(query, options)),
    news: (query, options) => late(market.news(query, options)),
  };
}

/**
 * Runs the graph on a ticker and gives its result, its spans and its events. Quick unless the input
 * says otherwise: most tests are about analysts.
 */
export async function analyse(
  ports: AnalysisPorts,
  input: Readonly<Record<string, unknown>> = {},
  signal?: AbortSignal,
) {
  const events: RunEvent[] = [];
  const graph = createAnalysisGraph(ports);
  const stream = await graph.stream(
    // Input as Studio would send it: the graph itself has to hold it to its schema.
    { ticker: "AAPL", asOf: AS_OF, depth: "quick", ...input } as Parameters<typeof graph.stream>[0],
    { streamMode: ["custom", "values"], ...(signal && { signal }) },
  );
  let state: AnalysisStateValue | undefined;
  for await (const [mode, chunk] of stream) {
    if (mode === "custom") events.push(chunk as RunEvent);
    else state = chunk as AnalysisStateValue;
  }
  if (state === undefined) throw new Error("the graph gave no state");
  return {
    result: resultOf(state, { runId: "test", model: "test", attempts: 1, keptFrom: null }),
    spans: state.spans,
    brief: state.brief,
    state,
    events,
  };
}
