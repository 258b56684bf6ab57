import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import type { MarketData } from "#core/ports.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { readTape } from "#runtime/tape/replay.ts";
import { createTools } from "#tools/index.ts";
import { analyse, slowMarket } from "../../helpers/analysis.ts";
import { ScriptedModel } from "../../helpers/scripted-model.ts";
import { failedRun, type RunParts, recordedRun, replayPorts, timeless } from "./recorded-run.ts";

const rules = createRulesModel();
const REPORT = "All is well.\nSTANCE: bullish CONFIDENCE: 0.70";

/** Asks for the same tool twice in the first round, for another in the second, then writes. */
function inRounds() {
  return new ScriptedModel((messages) => {
    if (messages.length > 5) return { text: REPORT };
    const symbol = messages.length > 2 ? "NVDA" : "MSFT";
    const call = { name: "get_price_history", args: { symbol } };
    return { text: `I need ${symbol}.`, calls: [call, call] };
  });
}

const market = createDemoMarketData();

/** Does not know companies, and breaks where it is asked for news. */
const faulty: MarketData = {
  ...market,
  async company({ symbol }, options) {
    options?.onAccess?.("upstream");
    throw new DeskError("bad_response", `no company of ${symbol}.`, { facts: { symbol } });
  },
  async news() {
    await wait(2);
    throw new TypeError("news is not iterable");
  },
};

const runs: Readonly<Record<string, RunParts>> = {
  "with the rules model": { market: slowMarket(market, 2) },
  "whose model asks for tools in rounds": {
    market: slowMarket(market, 1),
    model: (role) => (role === "market_analyst" ? inRounds() : rules),
  },
  "with tools that fail": { market: faulty },
  "with model calls that fail": {
    model: (role) =>
      role === "news_analyst"
        ? new ScriptedModel(() => {
            throw new DeskError("timeout", "no answer within 60 s", { facts: { ms: 60_000 } });
          })
        : role === "portfolio_manager"
          ? new ScriptedModel(() => ({ text: "I would rather not." }))
          : rules,
  },
};

/** The ports, with every question to the market asked a little later, each time otherwise. */
async function shaken(path: string, round: number): Promise<AnalysisPorts> {
  const replay = await readTape(path);
  let asked = 0;
  const late = async <T>(ask: () => Promise<T>): Promise<T> => {
    asked += 1;
    for (let turn = (asked * round) % 7; turn > 0; turn -= 1) await null;
    return ask();
  };
  const inner = replay.market();
  const tools = replay.tools(
    createTools({
      ...inner,
      history: (query, options) => late(() => inner.history(query, options)),
      quote: (query, options) => late(() => inner.quote(query, options)),
      company: (query, options) => late(() => inner.company(query, options)),
    }),
  );
  return { ...replayPorts(replay), tools: () => tools };
}

describe.each(Object.entries(runs))("a run %s", (_name, parts) => {
  it("replays to the same result but for its times", async () => {
    const recorded = await recordedRun(parts);
    const replay = await readTape(recorded.path);
    const replayed = await analyse(replayPorts(replay));
    expect(timeless(replayed.result)).toEqual(timeless(recorded.result));
    expect(JSON.stringify(timeless(replayed.result))).toBe(
      JSON.stringify(timeless(recorded.result)),
    );
    expect(replayed.brief).toBe(recorded.brief);
    expect(replay.signal.aborted).toBe(false);
  });
});

describe("a recorded run", () => {
  it("replays the same twenty times in a row, however its calls interleave", async () => {
    const input = { analysts: ["risk", "market", "macro"] };
    const recorded = await recordedRun({ ...runs["whose model asks for tools in rounds"], input });
    expect(recorded.result.requests.upstream).toBeGreaterThan(0);
    expect(recorded.result.requests.coalesced).toBeGreaterThan(0);
    const expected = JSON.stringify(timeless(recorded.result));
    for (let round = 1; round <= 20; round += 1) {
      const { result } = await analyse(await shaken(recorded.path, round), input);
      expect(JSON.stringify(timeless(result))).toBe(expected);
    }
  });

  it("has the gaps, the failed calls and the reasons that it is about", async () => {
    const { result: tools } = await recordedRun(runs["with tools that fail"]);
    const errors = tools.reports.flatMap(({ toolCalls }) => toolCalls.map(({ error }) => error));
    expect(errors).toContain("no company of AAPL.");
    expect(errors).toContain("news is not iterable");
    const { result: models } = await recordedRun(runs["with model calls that fail"]);
    expect(models.gaps).toMatchObject([
      { analyst: "news", reason: "timeout", message: "no answer within 60 s" },
      { analyst: "portfolio_manager" },
    ]);
  });

  it("is the same as one that was not recorded", async () => {
    const analysts = ["macro", "market"];
    const recorded = await recordedRun({ input: { analysts } });
    const plain = await analyse(
      { ...replayPorts(await readTape(recorded.path)), model: () => rules },
      { analysts },
    );
    expect(timeless(recorded.result)).toEqual(timeless(plain.result));
  });

  it("replays a symbol that was not found", async () => {
    const empty: MarketData = {
      ...market,
      history: async (query, options) => ({
        ...(await market.history(query, options)),
        candles: [],
      }),
    };
    const path = await failedRun({ market: empty });
    const replayed = analyse(replayPorts(await readTape(path)));
    await expect(replayed).rejects.toMatchObject({
      name: "DeskError",
      code: "unknown_symbol",
      facts: { symbol: "AAPL", source: "demo" },
    });
  });
});
