import { describe, expect, it } from "vitest";
import type { Span } from "#core/span.ts";
import { createCache } from "#runtime/cache.ts";
import { systemClock } from "#runtime/clock.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { analyse, demoPorts, slowMarket } from "../../helpers/analysis.ts";

/** Whether there is a moment that lies within every span. */
function allAtOnce(spans: readonly Span[]): boolean {
  return (
    Math.max(...spans.map(({ startedAt }) => startedAt)) <
    Math.min(...spans.map(({ endedAt }) => endedAt))
  );
}

describe("concurrency", () => {
  it("six analysts take as long as the slowest of them", async () => {
    const slow = createRulesModel({ latencyMs: 400 });
    const { result, spans } = await analyse(demoPorts({ model: () => slow }));
    const analysts = spans.filter(({ kind }) => kind === "analyst");
    const { analystsMs, slowestAnalystMs } = result.timeline;
    expect(analysts).toHaveLength(6);
    expect(allAtOnce(analysts)).toBe(true);
    expect((analystsMs ?? Infinity) / (slowestAnalystMs ?? 1)).toBeLessThan(1.1);
  });

  it("no analyst's work begins before every analyst has started", async () => {
    const { spans } = await analyse(demoPorts());
    const lastStart = Math.max(
      ...spans.filter(({ kind }) => kind === "analyst").map(({ startedAt }) => startedAt),
    );
    const firstCall = Math.min(
      ...spans.filter(({ kind }) => kind === "tool").map(({ startedAt }) => startedAt),
    );
    expect(lastStart).toBeLessThanOrEqual(firstCall);
  });

  it("all planned tool calls of an analyst are in flight together", async () => {
    const market = slowMarket(createDemoMarketData(), 200);
    const { spans } = await analyse(demoPorts({ market }), { analysts: ["market"] });
    const tools = spans.filter(({ kind }) => kind === "tool");
    expect(tools).toHaveLength(14);
    expect(allAtOnce(tools)).toBe(true);
  });

  it("analysts that ask the same share one request, and a second run needs none", async () => {
    let loads = 0;
    const inner = createDemoMarketData();
    const counted = slowMarket(inner, 20);
    const market = cachedMarketData(
      {
        ...counted,
        name: inner.name,
        synthetic: inner.synthetic,
        history: (query) => {
          loads += 1;
          return counted.history(query);
        },
      },
      createCache({ clock: systemClock }),
    );
    const ports = demoPorts({ market });
    const first = await analyse(ports);
    const histories = new Set(["AAPL", "^GSPC", "^VIX", "^TNX", "its sector's fund"]);
    expect(loads).toBe(histories.size);
    // Beside the histories: a quote, a company, six kinds of statement and the news.
    expect(first.result.requests.upstream).toBe(histories.size + 9);
    expect(first.result.requests.coalesced).toBeGreaterThan(0);
    const second = await analyse(ports);
    expect(second.result.requests.upstream).toBe(0);
    expect(second.result.reports.flatMap(({ toolCalls }) => toolCalls)).toSatisfy((calls) =>
      calls.every(({ cached }: { cached: boolean }) => cached),
    );
  });
});
