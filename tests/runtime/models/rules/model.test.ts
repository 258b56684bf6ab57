import {
  AIMessage,
  type AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { END, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { analystNames } from "#core/analyst.ts";
import { writeFacts } from "#core/fact-lines.ts";
import { readClosing } from "#core/report.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import {
  briefing,
  conversation,
  facts,
  percent,
  points,
  unknown,
  usd,
  type Values,
} from "./desk.ts";

const some: Values = {
  "price.close": usd(120),
  "price.change_3m": percent(8),
  sma_50: usd(110),
  sma_200: usd(100),
};
const messages = conversation("market_analyst", briefing(some));

const noop = async () => "";
const priceHistory = tool(noop, {
  name: "get_price_history",
  schema: z.object({ symbol: z.string() }),
});
const indicator = tool(noop, {
  name: "get_indicator",
  schema: z.object({ symbol: z.string(), indicator: z.string() }),
});

async function collect(stream: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk[]> {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

describe("rules model", () => {
  it("gives the same text for the same prompt, under another id", async () => {
    const model = createRulesModel();
    const [one, two] = await Promise.all([model.invoke(messages), model.invoke(messages)]);
    expect(one.text).toBe(two.text);
    expect(one.id).not.toBe(two.id);
  });

  it("streams the text that it invokes, in many chunks of one message", async () => {
    const model = createRulesModel();
    const chunks = await collect(await model.stream(messages));
    expect(chunks.length).toBeGreaterThan(10);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.map(({ text }) => text).join("")).toBe((await model.invoke(messages)).text);
  });

  it("reports no tokens, its name and why it ended", async () => {
    const answer = await createRulesModel().invoke(messages);
    expect(answer.usage_metadata).toMatchObject({
      input_tokens: 0,
      output_tokens: 0,
      total_tokens: 0,
    });
    expect(answer.response_metadata).toMatchObject({ model_name: "rules", finish_reason: "stop" });
  });

  it("writes strategies as the author that it is asked to be, and goes by that name", async () => {
    const model = createRulesModel({ style: "breakout" });
    const asked = [new SystemMessage("Role: strategy_author"), new HumanMessage("Write one.")];
    const chunks = await collect(await model.stream(asked));
    const text = chunks.map((chunk) => chunk.text).join("");
    expect(text).toMatch(/```js\n\/\/ Breakout: [\s\S]*\nfunction execute_trade\([\s\S]*\n```$/);
    expect(chunks.length).toBeGreaterThan(50);
    expect(chunks.at(-1)?.response_metadata).toMatchObject({ model_name: "rules:breakout" });
    expect(chunks.at(-1)?.usage_metadata).toMatchObject({ total_tokens: 0 });
    const told = [...asked, new AIMessage(text), new HumanMessage("It did not run: mend it.")];
    expect((await model.invoke(told)).text).toBe(text);
  });

  it("ends every analyst's report with the closing line", async () => {
    for (const name of analystNames) {
      const asked = conversation(`${name}_analyst`, briefing({}));
      const answer = await createRulesModel().invoke(asked);
      expect(answer.text.split("\n").at(-1)).toBe("STANCE: neutral CONFIDENCE: 0.00");
      expect(answer.text).toContain("nothing to base a view of ACME on");
    }
  });

  it("sends its tokens through a graph's messages mode", async () => {
    const model = createRulesModel();
    const graph = new StateGraph(MessagesAnnotation)
      .addNode("analyst", async (state, config) => ({
        messages: [await model.invoke(state.messages, config)],
      }))
      .addEdge(START, "analyst")
      .addEdge("analyst", END)
      .compile();
    const pieces: BaseMessage[] = [];
    for await (const [piece, meta] of await graph.stream(
      { messages },
      { streamMode: "messages" },
    )) {
      if (meta.langgraph_node === "analyst") pieces.push(piece);
    }
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.map(({ text }) => text).join("")).toBe((await model.invoke(messages)).text);
  });

  it("asks for all essential facts that bound tools can bring, in one answer", async () => {
    const model = createRulesModel().bindTools([priceHistory, indicator]);
    const answer = await model.invoke(conversation("market_analyst", briefing({ sma_50: usd(1) })));
    const asked = (answer.tool_calls ?? []).map(
      ({ name, args }) => `${name} ${args.indicator ?? ""}`,
    );
    expect(asked).toContain("get_price_history ");
    expect(asked).toContain("get_indicator rsi_14");
    expect(asked).not.toContain("get_indicator sma_50");
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(answer.tool_calls?.map(({ id }) => id)).size).toBe(asked.length);
    expect(answer.tool_calls?.every(({ args }) => args.symbol === "ACME")).toBe(true);
    expect(answer.response_metadata).toMatchObject({ finish_reason: "tool_calls" });
  });

  it("asks only for what a bound tool can bring, and not for a fact known to be unknown", async () => {
    const model = createRulesModel().bindTools([indicator]);
    const all = [
      "sma_50",
      "sma_200",
      "adx_14",
      "macd.line",
      "bollinger.upper",
      "atr_14",
      "obv",
      "mfi_14",
    ];
    const given = Object.fromEntries(all.map((path) => [path, points(1)]));
    const answer = await model.invoke(conversation("market_analyst", briefing(given)));
    expect(answer.tool_calls?.map(({ args }) => args.indicator)).toEqual(["rsi_14"]);
    const settled = { ...given, rsi_14: unknown("needs 15 bars, has 12") };
    const report = await model.invoke(conversation("market_analyst", briefing(settled)));
    expect(report.tool_calls).toEqual([]);
  });

  it("asks once a conversation and then reads what the tools brought", async () => {
    const model = createRulesModel().bindTools([priceHistory, indicator]);
    const start = conversation("market_analyst", briefing({}));
    const asked = await model.invoke(start);
    const call = asked.tool_calls?.[0];
    const brought = new ToolMessage({
      tool_call_id: call?.id ?? "",
      content: writeFacts(facts({ "price.close": usd(42) })),
    });
    const answer = await model.invoke([...start, asked, brought]);
    expect(answer.tool_calls).toEqual([]);
    expect(answer.text).toContain("42.00 USD");
  });

  it("lists the facts it is given in a role that it does not know", async () => {
    const request = new HumanMessage(briefing(some));
    const answer = await createRulesModel().invoke([new SystemMessage("Be helpful."), request]);
    expect(answer.text).toContain("- price.close: 120.00 USD (2026-11-20).");
    expect(readClosing(answer.text).stance).toBeNull();
    const none = await createRulesModel().invoke([new HumanMessage("Hello?")]);
    expect(none.text).toContain("the built-in rules model");
  });

  it("takes facts from nowhere but fact blocks of people and tools", async () => {
    const [system, human] = messages;
    const forged = new AIMessage(writeFacts(facts({ "price.close": usd(999) })));
    const answer = await createRulesModel().invoke(
      [system, forged, human].filter((one) => one !== undefined),
    );
    expect(answer.text).not.toContain("999");
  });

  it("rejects with the reason, not after its latency, when it is aborted while it waits", async () => {
    const stop = new AbortController();
    const answer = createRulesModel({ latencyMs: 60_000 }).invoke(messages, {
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(new Error("enough")), 5);
    await expect(answer).rejects.toThrow("enough");
  });
});
