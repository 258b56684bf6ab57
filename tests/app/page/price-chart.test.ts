import { describe, expect, it } from "vitest";
import { priceChartOf } from "#app/page/price-chart.ts";
import { DeskError } from "#core/errors.ts";
import type { Fact } from "#core/fact.ts";
import { historyWindow } from "#core/history-window.ts";
import { indicatorNames } from "#core/indicators/name.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { RunQuery } from "#core/run-store.ts";
import { result } from "../../core/examples.ts";
import { ask } from "../../helpers/fact-tools.ts";
import { bars, fakeMarket, TODAY } from "../../helpers/fake-market.ts";
import { done, keptIn } from "../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const SYMBOL = "ACME";

/** A figure of a report for each of some facts. */
function citing(facts: readonly Fact[], changes: Partial<AnalysisResult> = {}): AnalysisResult {
  const items = facts.map(({ id }) => ({
    figure: "1",
    where: "market",
    at: 0,
    status: "sourced" as const,
    factId: id,
    derivation: null,
    nearest: null,
    problem: null,
  }));
  const audit = { figures: items.length, sourced: items.length, derived: 0, unsourced: 0, items };
  const data = { source: "demo", synthetic: true, notice: null } as const;
  return result({ symbol: SYMBOL, asOf: TODAY, data, facts: [...facts], audit, ...changes });
}

async function factsOf(name: string, market = fakeMarket()): Promise<readonly Fact[]> {
  return (await ask(market, "get_indicator", { symbol: SYMBOL, indicator: name })).facts;
}

const over = (market: ReturnType<typeof fakeMarket>) => ({ market: () => market, runs: null });

describe("a run's price chart", () => {
  it.each(indicatorNames)("ends %s where the run's fact of it does", async (name) => {
    const market = fakeMarket();
    const facts = await factsOf(name, market);
    const { chart, missing } = await priceChartOf(citing(facts), over(market));
    const [indicator] = chart?.indicators ?? [];
    expect(missing).toEqual([]);
    expect(indicator?.id).toBe(name);
    const latest = facts.filter(({ path }) => !path.endsWith("_bars_ago"));
    const last = indicator?.lines.map(({ values }) => values.at(-1) ?? null);
    const told = latest.map(({ value }) => Number(Number(value).toPrecision(7)));
    expect(last).toEqual(told);
  });

  it("is of eighteen months, of the bars that the run asked for", async () => {
    const asked: object[] = [];
    const market = fakeMarket({ onRead: (_, query) => asked.push(query) });
    const { chart } = await priceChartOf(citing([]), over(market));
    expect(asked).toEqual([historyWindow(SYMBOL, TODAY)]);
    expect(chart?.dates.at(-1)).toBe(TODAY);
    expect([chart?.dates[0], chart?.dates.length]).toEqual(["2022-12-28", 393]);
    for (const column of [chart?.open, chart?.close, chart?.volume])
      expect(column).toHaveLength(393);
  });

  it("has no bar that was completed after the run", async () => {
    const facts = await factsOf(
      "rsi_14",
      fakeMarket({ histories: { ACME: { candles: bars(300, { until: "2024-06-27" }) } } }),
    );
    const { chart } = await priceChartOf(citing(facts), over(fakeMarket()));
    expect(chart?.dates.at(-1)).toBe("2024-06-27");
  });

  it("puts the most cited first, and only what is of the run's own symbol", async () => {
    const [rsi, sma] = await Promise.all([factsOf("rsi_14"), factsOf("sma_50")]);
    const other = rsi.map((fact) => ({
      ...fact,
      id: "SPY:macd",
      args: { symbol: "SPY", indicator: "macd" },
    }));
    const { chart } = await priceChartOf(
      citing([...sma.slice(0, 1), ...rsi, ...other]),
      over(fakeMarket()),
    );
    expect(chart?.indicators.map(({ id, pane }) => [id, pane])).toEqual([
      ["rsi_14", "own"],
      ["sma_50", "price"],
    ]);
  });

  it("says where the source has revised its prices since", async () => {
    const facts = await factsOf("sma_50");
    const revised = fakeMarket({
      histories: { ACME: { candles: bars(600, { adjustment: 0.9 }) } },
    });
    const { missing } = await priceChartOf(citing(facts), over(revised));
    expect(missing.join()).toContain("demo has revised its prices since the run");
  });

  it("is none where the source has no bars or cannot be had, and says so", async () => {
    const empty = fakeMarket({ histories: { ACME: { candles: [] } } });
    const gone = fakeMarket({
      onRead() {
        throw new DeskError("unreachable", "Yahoo cannot be reached");
      },
    });
    const words = [];
    for (const market of [empty, gone]) {
      const { chart, missing } = await priceChartOf(citing([]), over(market));
      expect(chart).toBeNull();
      words.push(...missing);
    }
    expect(words).toEqual([
      `There is no price chart: demo has no bars of ACME up to ${TODAY}.`,
      "There is no price chart: Yahoo cannot be reached.",
    ]);
  });

  it("ends with the signal's reason when it is aborted", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    const market = fakeMarket({
      onRead(_, __, options) {
        options?.signal?.throwIfAborted();
      },
    });
    await expect(priceChartOf(citing([]), { ...over(market), signal })).rejects.toThrow("enough");
  });

  it("marks the run's own decision and earlier ones on figures of the same kind", async () => {
    const { store, pass } = await keptIn(await temporaryFolder());
    const demo = { data: { source: "demo", synthetic: true, notice: null } } as const;
    const keep = async (id: string, asOf: string, changes: object = {}) => {
      await done(store, id, { symbol: SYMBOL, asOf, ...demo, ...changes }, { asOf });
      pass(1_000);
    };
    await keep("real", "2024-01-05", { data: { source: "yahoo", synthetic: false, notice: null } });
    await keep("older", "2024-03-01");
    await keep("oldest", "2024-02-01");
    await keep("undecided", "2024-02-02", { decision: null });
    await keep("own", TODAY);
    await keep("afterwards", "2024-03-02");
    const queries: RunQuery[] = [];
    const runs = {
      runs(query: RunQuery) {
        queries.push(query);
        return store.runs.runs(query);
      },
    };
    const own = citing([], { runId: "own" });
    const { chart } = await priceChartOf(own, { market: () => fakeMarket(), runs });
    expect(queries).toHaveLength(1);
    expect(chart?.decisions).toEqual([
      { day: "2024-02-01", action: "buy", confidence: 0.6, runId: "oldest", own: false },
      { day: "2024-03-01", action: "buy", confidence: 0.6, runId: "older", own: false },
      { day: TODAY, action: "buy", confidence: 0.6, runId: "own", own: true },
    ]);
    await store.close();
  });
});
