import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import type { MarketData } from "#core/ports.ts";
import { type Cache, createCache } from "#runtime/cache.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { analyse, demoPorts } from "../helpers/analysis.ts";
import { futureIn, PLANTED, PLANTED_TEXT } from "../helpers/planted.ts";
import { plantedMarket } from "../helpers/planted-market.ts";
import { plantedYahoo } from "../helpers/planted-yahoo.ts";
import { ScriptedModel } from "../helpers/scripted-model.ts";
import { NOW, yahooOverStub } from "../helpers/yahoo-market.ts";
import { everyCall } from "../tools/every-call.ts";

/** A Friday on which the first quarter has ended and is not yet told. Now is months later. */
const AS_OF = "2024-05-10";
const clock = { now: () => NOW };

/** A cache that lets a test see all it has given out. */
function watchedCache(): { readonly cache: Cache; readonly values: object[] } {
  const inner = createCache({ clock });
  const values: object[] = [];
  const cache: Cache = {
    async get(entry, load, options) {
      const value = await inner.get(entry, load, options);
      values.push(value);
      return value;
    },
  };
  return { cache, values };
}

/** Models that show their prompts: analysts ask for all that their tools have, on two symbols. */
function watchedModels(): { model(role: string): BaseChatModel; prompts: string[] } {
  const prompts: string[] = [];
  const keep = (messages: readonly BaseMessage[]) => {
    prompts.push(messages.map(({ text }) => text).join("\n\n"));
  };
  const greedy = new ScriptedModel((messages, tools) => {
    keep(messages);
    const names = new Set(tools.map((tool) => Object(tool).name));
    if (messages.length > 2) return { text: "All is read.\n\nSTANCE: neutral CONFIDENCE: 0.50" };
    const asked = everyCall.filter(([name]) => names.has(name));
    return {
      calls: ["AAPL", "SPY"].flatMap((symbol) =>
        asked.map(([name, args]) => ({ name, args: { symbol, ...args } })),
      ),
    };
  });
  const rules = createRulesModel();
  rules.callbacks = [{ handleChatModelStart: (_model, [messages = []]) => keep(messages) }];
  return { model: (role) => (role.endsWith("_analyst") ? greedy : rules), prompts };
}

/** The whole desk on a market, and all that was seen of it. */
async function seen(market: MarketData, values: readonly object[], asOf = AS_OF) {
  const { model, prompts } = watchedModels();
  const { result } = await analyse(demoPorts({ market, model, clock }), { asOf, depth: "deep" });
  expect(result.reports).toHaveLength(6);
  expect(result.decision).not.toBeNull();
  // When the run itself was is no knowledge of the market.
  const times = new Set(["startedAt", "endedAt", "timeline"]);
  const told = JSON.stringify(result, (key, value) => (times.has(key) ? undefined : value));
  return {
    result,
    prompts,
    inPrompts: prompts.flatMap((prompt) => futureIn(prompt, asOf)),
    inFacts: result.facts.flatMap((fact) => futureIn(JSON.stringify(fact), asOf)),
    inResult: futureIn(told, asOf),
    inCache: values.flatMap((value) => futureIn(JSON.stringify(value), asOf)),
  };
}

async function seenThrough(source: MarketData, asOf = AS_OF) {
  const { cache, values } = watchedCache();
  return seen(cachedMarketData(asOfBoundary(source, clock), cache), values, asOf);
}

const nothing = { inPrompts: [], inFacts: [], inResult: [], inCache: [] };

describe("a run as of a past day", () => {
  it("sees nothing of what is planted after that day in each of a market's answers", async () => {
    const run = await seenThrough(plantedMarket(new Date(NOW).toISOString()));
    expect(run).toMatchObject(nothing);
    expect(run.prompts.length).toBeGreaterThan(12);
    expect(run.result.facts.length).toBeGreaterThan(300);
  });

  it("sees it all where nothing stands in front of the market", async () => {
    const run = await seen(plantedMarket(new Date(NOW).toISOString()), []);
    for (const found of [run.inPrompts, run.inFacts, run.inResult]) {
      expect(found).toContain(PLANTED_TEXT);
      expect(found.some((one) => one.startsWith("2024-05-11"))).toBe(true);
    }
    const planted = run.result.facts.filter((fact) => futureIn(JSON.stringify(fact), AS_OF).length);
    const tools = new Set(planted.map(({ tool }) => tool));
    for (const [tool] of everyCall) expect(tools).toContain(tool);
  });

  it("sees prices as they were then, without the splits and dividends since", async () => {
    const { result } = await seenThrough(plantedMarket(new Date(NOW).toISOString()));
    const then = await createDemoMarketData().history({
      symbol: "AAPL",
      asOf: AS_OF,
      from: "2024-05-01",
    });
    const factAt = (path: string) => result.facts.find(({ id }) => id === `AAPL:${path}`);
    expect(factAt("price.close")).toMatchObject({ value: then.candles.at(-1)?.close });
    expect(factAt("price.volume")).toMatchObject({ value: then.candles.at(-1)?.volume });
    expect(factAt("price.unexplained_jumps")).toMatchObject({ value: 0 });
  });

  it("sees nothing of it over Yahoo either, whose every answer is of now", async () => {
    const { market, stub } = await yahooOverStub({ answer: plantedYahoo(AS_OF, NOW) });
    const run = await seenThrough(market);
    expect(run).toMatchObject(nothing);
    expect(run.result.facts.length).toBeGreaterThan(200);
    const asked = stub.requests.filter((path) => !/getcrumb|^\/quote\//.test(path));
    expect(new Set(asked).size).toBe(asked.length);
    expect(run.result.requests.upstream).toBe(asked.length);
    expect(stub.counts.quote).toBe(0);
  });

  it("sees what Yahoo says of later where nothing stands in front of it", async () => {
    const { market } = await yahooOverStub({ answer: plantedYahoo(AS_OF, NOW) });
    const { cache, values } = watchedCache();
    const run = await seen(cachedMarketData(market, cache), values);
    expect(run.inCache).toContain(PLANTED_TEXT);
    const planted = run.result.facts.filter((fact) => futureIn(JSON.stringify(fact), AS_OF).length);
    const tools = new Set(planted.map(({ tool }) => tool));
    // The adapter itself sends no bar of a later day, and no quote.
    for (const tool of everyCall.map(([name]) => name)) {
      if (!/history|indicator|macro|risk|quote/.test(tool)) expect(tools).toContain(tool);
    }
  });

  it("names what Yahoo knows only now, in its reports and its flags", async () => {
    const { market } = await yahooOverStub({ answer: plantedYahoo(AS_OF, NOW) });
    const { result } = await seenThrough(market);
    const notices = new Set(result.reports.flatMap((report) => report.notices));
    for (const part of [
      "company profile",
      "key statistics",
      "earnings calendar",
      "analyst recommendations",
    ]) {
      const notice = `AAPL: withheld from a run as of ${AS_OF}, being of later days: ${part}.`;
      expect([...notices]).toContain(notice);
    }
    expect([...notices].join("\n")).toContain("quote of AAPL is known only as of a later day");
    const flags = result.flags.map(({ kind, subject }) => `${kind} ${subject}`);
    expect(flags).toContain("missing get_quote(AAPL)");
  });

  it("holds no figure in the shares of a later day over Yahoo, and flags it", async () => {
    const { market } = await yahooOverStub({ answer: plantedYahoo(AS_OF, NOW) });
    const { result, prompts } = await seenThrough(market);
    const inShares = result.facts.filter(({ path }) =>
      /diluted_eps|ordinary_shares|earnings\.\d\.eps_|insider\.shares_/.test(path),
    );
    expect(inShares.length).toBeGreaterThan(20);
    expect(inShares.filter(({ value }) => value !== null && value !== 0)).toEqual([]);
    const flag = result.flags.find(({ subject }) => subject === "figures a share");
    expect(flag).toMatchObject({ kind: "missing" });
    expect(prompts.at(-1)).toContain(`<flags>\n`);
    expect(prompts.at(-1)).toContain(JSON.stringify(flag?.message));
  });

  it("of the demo market holds no day of its calendar that was to come", async () => {
    const { result, ...run } = await seenThrough(createDemoMarketData());
    expect(run).toMatchObject(nothing);
    const paths = result.facts.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("calendar."))).toEqual([]);
    expect(paths).toContain("quote.price");
  });
});

describe("a run of today", () => {
  it("keeps the calendar of what is to come", async () => {
    const { result } = await seenThrough(createDemoMarketData(), "2025-03-03");
    const next = result.facts.find(({ path }) => path === "calendar.next_earnings");
    expect(String(next?.value) > "2025-03-03").toBe(true);
  });
});

describe("the sight of the future", () => {
  it("is of planted words and figures, however written, and of later days", () => {
    expect(futureIn(`a ${PLANTED_TEXT}`, AS_OF)).toEqual([PLANTED_TEXT]);
    for (const figure of [`${PLANTED}`, "7,777,777.00", "7.777777", "7777777.5"]) {
      expect(futureIn(`at ${figure} USD`, AS_OF)).toHaveLength(1);
    }
    expect(futureIn("from 2024-05-10 to 2024-05-11T00:00:00Z", AS_OF)).toEqual(["2024-05-11"]);
    expect(futureIn("2024-05-10, 777.77, the future", AS_OF)).toEqual([]);
  });
});
