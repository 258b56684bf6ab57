import { setTimeout as wait } from "node:timers/promises";
import type { Depth } from "#core/depth.ts";
import type { MarketData } from "#core/ports.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import type { AnalysisStateValue } from "#graphs/analysis/state.ts";
import { createCache } from "#runtime/cache.ts";
import { systemClock } from "#runtime/clock.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { createTools } from "#tools/index.ts";

/** A desk over the demo market whose model and whose every tool call take as long as told. */
export function benchDesk({ modelMs = 0, toolMs = 0 }): AnalysisPorts {
  const model = createRulesModel({ latencyMs: modelMs });
  const market = slow(
    cachedMarketData(createDemoMarketData(), createCache({ clock: systemClock })),
    toolMs,
  );
  const tools = createTools(market);
  return {
    open: async () => ({ source: "demo", synthetic: true, notice: null }),
    tools: () => tools,
    model: () => model,
    recall: async () => null,
    clock: systemClock,
  };
}

/** One run of the analysis graph, as its final state. */
export async function analyseOnce(
  ports: AnalysisPorts,
  depth: Depth = "quick",
): Promise<AnalysisStateValue> {
  return createAnalysisGraph(ports).invoke({ ticker: "AAPL", asOf: "2026-11-20", depth });
}

function slow(market: MarketData, ms: number): MarketData {
  const late = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (ms > 0) await wait(ms);
    return ask();
  };
  return {
    name: market.name,
    synthetic: market.synthetic,
    history: (query, options) => late(() => market.history(query, options)),
    quote: (query, options) => late(() => market.quote(query, options)),
    company: (query, options) => late(() => market.company(query, options)),
    statements: (query, options) => late(() => market.statements(query, options)),
    news: (query, options) => late(() => market.news(query, options)),
  };
}
