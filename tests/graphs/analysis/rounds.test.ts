import { describe, expect, it } from "vitest";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { analyse, demoPorts, slowMarket } from "../../helpers/analysis.ts";
import { type Script, ScriptedModel } from "../../helpers/scripted-model.ts";

const manager = createRulesModel();
const REPORT = "All is well. STANCE: later\nSTANCE: bullish CONFIDENCE: 0.70";

async function withMarketAnalyst(script: Script, ms = 0) {
  const model = new ScriptedModel(script);
  const ports = demoPorts({
    market: slowMarket(createDemoMarketData(), ms),
    model: (role) => (role === "portfolio_manager" ? manager : model),
  });
  return { model, ...(await analyse(ports, { analysts: ["market"] })) };
}

describe("an analyst's rounds of tool calls", () => {
  it("an analyst that asks for nothing costs one model call", async () => {
    const { model, result } = await withMarketAnalyst(() => ({ text: REPORT }));
    expect(model.prompts).toHaveLength(1);
    expect(result.reports[0]).toMatchObject({
      text: "All is well. STANCE: later",
      stance: "bullish",
      confidence: 0.7,
      usage: { inputTokens: 100, outputTokens: 10, usd: null },
    });
  });

  it("the calls of one round run together and reach the model", async () => {
    const { model, result } = await withMarketAnalyst((messages) => {
      if (messages.length > 2) return { text: REPORT };
      return {
        calls: [
          { name: "get_price_history", args: { symbol: "MSFT" } },
          { name: "get_price_history", args: { symbol: "NVDA" } },
        ],
      };
    }, 100);
    const asked = result.reports[0]?.toolCalls.slice(-2) ?? [];
    expect(asked.map(({ args }) => args.symbol)).toEqual(["MSFT", "NVDA"]);
    const [first, second] = asked.map(({ startedAt, endedAt }) => ({
      start: Date.parse(startedAt),
      end: Date.parse(endedAt),
    }));
    expect(first && second && first.start < second.end && second.start < first.end).toBe(true);
    const answers = model.prompts[1]?.slice(-2).map(({ text }) => text) ?? [];
    expect(answers[0]).toContain("MSFT:price.close");
    expect(answers[1]).toContain("NVDA:price.close");
    expect(result.facts.some(({ id }) => id === "MSFT:price.close")).toBe(true);
  });

  it("a model that never stops asking is heard twice, then has to write", async () => {
    const offered: number[] = [];
    const { model, result } = await withMarketAnalyst((_messages, tools) => {
      offered.push(tools.length);
      return tools.length === 0
        ? { text: REPORT }
        : { calls: [{ name: "get_quote", args: { symbol: "AAPL" } }] };
    });
    expect(model.prompts).toHaveLength(3);
    expect(offered).toEqual([3, 3, 0]);
    expect(result.reports[0]?.toolCalls).toHaveLength(16);
  });

  it("a tool that does not exist, or is asked wrongly, is told to the model by name", async () => {
    const { model, result } = await withMarketAnalyst((messages) => {
      if (messages.length > 2) return { text: REPORT };
      return {
        calls: [
          { name: "place_order", args: { symbol: "AAPL" } },
          { name: "get_quote", args: { symbol: "../../etc/passwd" } },
        ],
      };
    });
    const [unknown, wrong] = model.prompts[1]?.slice(-2).map(({ text }) => text) ?? [];
    expect(unknown).toContain(JSON.stringify('there is no tool "place_order"').slice(1, -1));
    expect(unknown).toContain("get_indicator");
    expect(wrong).toContain("Error");
    expect(result.gaps).toEqual([]);
    const errors = result.reports[0]?.toolCalls.flatMap(({ error }) => error ?? []);
    expect(errors).toHaveLength(2);
  });

  it("an answer without a word is a gap", async () => {
    const { result } = await withMarketAnalyst(() => ({ text: "  \n" }));
    expect(result.gaps[0]).toMatchObject({ analyst: "market", reason: "no_report" });
  });

  it("no data at all is a gap that costs no model call", async () => {
    const failing = {
      ...createDemoMarketData(),
      history: () => Promise.reject(new Error("the source is on fire")),
      quote: () => Promise.reject(new Error("the source is on fire")),
    };
    const model = new ScriptedModel(() => ({ text: REPORT }));
    const ports = demoPorts({
      market: failing,
      model: (role) => (role === "portfolio_manager" ? manager : model),
    });
    const { result } = await analyse(ports, { analysts: ["market", "fundamentals"] });
    expect(result.gaps).toMatchObject([
      { analyst: "market", reason: "no_data", message: /the source is on fire/ },
    ]);
    expect(result.reports).toHaveLength(1);
    expect(result.reports[0]?.notices.join()).toContain(
      "get_quote(AAPL) failed: the source is on fire",
    );
    expect(model.prompts).toHaveLength(1);
  });
});
