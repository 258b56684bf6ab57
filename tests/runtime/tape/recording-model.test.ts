import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DeskError } from "#core/errors.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { keptMessage, restoredMessage } from "#runtime/tape/kept-message.ts";
import { createRecorder } from "#runtime/tape/recorder.ts";
import { recordingModel } from "#runtime/tape/recording-model.ts";
import { createRefusal } from "#runtime/tape/refusal.ts";
import { replayModel } from "#runtime/tape/replay-model.ts";
import { AS_OF, demoPorts } from "../../helpers/analysis.ts";
import { ScriptedModel } from "../../helpers/scripted-model.ts";

const rules = createRulesModel();

/** A model that records, and one that replays what it has recorded so far. */
function recording(inner: BaseChatModel) {
  const recorder = createRecorder([]);
  const refusal = createRefusal("run.jsonl");
  return {
    model: recordingModel(inner, recorder),
    replay: () =>
      replayModel(
        recorder.lines().filter((line) => line.type === "model"),
        refusal,
      ),
  };
}

/** The pieces of text that LangGraph's "messages" mode shows of each node's model. */
async function tokensOf(model: BaseChatModel): Promise<Readonly<Record<string, string[]>>> {
  const stream = await createAnalysisGraph(demoPorts({ model: () => model })).stream(
    { ticker: "AAPL", analysts: ["news", "macro"], asOf: AS_OF },
    { streamMode: "messages" },
  );
  const tokens: Record<string, string[]> = {};
  for await (const [message, metadata] of stream) {
    const node = String(metadata.langgraph_node);
    if (!AIMessageChunk.isInstance(message)) continue;
    tokens[node] = [...(tokens[node] ?? []), message.text];
  }
  return tokens;
}

const joined = (tokens: Readonly<Record<string, string[]>>) =>
  Object.fromEntries(Object.entries(tokens).map(([node, texts]) => [node, texts.join("")]));

describe("a recording model", () => {
  it("shows the inner model's tokens as they come, once", async () => {
    const { model, replay } = recording(rules);
    const plain = await tokensOf(rules);
    expect(await tokensOf(model)).toEqual(plain);
    expect(plain.news_analyst?.length).toBeGreaterThan(10);
    expect(joined(await tokensOf(replay()))).toEqual(joined(plain));
  });

  it("shows the answer of a model that does not stream once", async () => {
    const { model } = recording(new ScriptedModel(() => ({ text: "All is well." })));
    expect(await tokensOf(model)).toMatchObject({ news_analyst: ["All is well."] });
  });

  it("is one run to LangChain, and so is its replay", async () => {
    const { model, replay } = recording(rules);
    for (const one of [model, replay()]) {
      let starts = 0;
      await one
        .invoke("Role: news_analyst", {
          callbacks: [{ handleChatModelStart: () => void starts++ }],
        })
        .catch(() => {});
      expect(starts).toBe(1);
    }
  });

  it("fills in a form, raw answer included, and so does its replay", async () => {
    const decided = { action: "hold" };
    const inner = new ScriptedModel((_messages, tools) => ({
      calls: tools.length === 1 ? [{ name: "decide", args: decided }] : [],
    }));
    const { model, replay } = recording(inner);
    const form = z.object({ action: z.string() });
    const options = { name: "decide", method: "functionCalling", includeRaw: true } as const;
    const asked = await model.withStructuredOutput(form, options).invoke("Decide.");
    const again = await replay().withStructuredOutput(form, options).invoke("Decide.");
    for (const { raw, parsed } of [asked, again]) {
      expect(parsed).toEqual(decided);
      expect(AIMessageChunk.isInstance(raw)).toBe(true);
      expect(AIMessage.isInstance(raw) && raw.usage_metadata).toMatchObject({ input_tokens: 100 });
    }
    expect(inner.prompts).toHaveLength(1);
  });

  it("answers the same question in the order in which it was asked", async () => {
    let asked = 0;
    const { model, replay } = recording(
      new ScriptedModel(() => {
        asked += 1;
        return { text: `answer ${asked}` };
      }),
    );
    for (let time = 0; time < 3; time += 1) await model.invoke("Again?");
    const replayed = replay();
    const texts = [];
    for (let time = 0; time < 3; time += 1) texts.push((await replayed.invoke("Again?")).text);
    expect(texts).toEqual(["answer 1", "answer 2", "answer 3"]);
    await expect(replayed.invoke("Again?")).rejects.toThrow(
      "a model asks the same more often than was recorded",
    );
    await expect(replayed.invoke("Agent: chef of Dinner\n")).rejects.toThrow(
      "no model call of chef was recorded",
    );
  });

  it("keeps failures with code, message and facts, whole answers or streams", async () => {
    const facts = { status: 503, kind: "server_error" };
    const failing = new ScriptedModel(() => {
      throw new DeskError("model", "the provider is down", { facts });
    });
    const { model, replay } = recording(failing);
    await expect(model.invoke("Well?")).rejects.toThrow("the provider is down");
    const again = { name: "DeskError", code: "model", message: "the provider is down", facts };
    await expect(replay().invoke("Well?")).rejects.toMatchObject(again);
    const streaming = async () => Array.fromAsync(await replay().stream("Well?"));
    await expect(streaming()).rejects.toMatchObject(again);
  });

  it("keeps an interruption as the failure that the caller met", async () => {
    const { model, replay } = recording(createRulesModel({ latencyMs: 1_000 }));
    const late = new DeskError("timeout", "no time left");
    const call = model.invoke("Role: news_analyst", { signal: AbortSignal.abort(late) });
    await expect(call).rejects.toBe(late);
    await expect(replay().invoke("Role: news_analyst")).rejects.toMatchObject({
      code: "timeout",
      message: "no time left",
    });
  });
});

describe("a kept answer", () => {
  it("comes back with usage, metadata and tool calls, the broken ones too", () => {
    const message = new AIMessage({
      id: "msg-1",
      content: "one moment",
      tool_calls: [{ type: "tool_call", id: "call-1", name: "get_quote", args: { symbol: "A" } }],
      invalid_tool_calls: [{ type: "invalid_tool_call", id: "call-2", name: "x", args: "{" }],
      usage_metadata: {
        input_tokens: 10,
        output_tokens: 5,
        total_tokens: 15,
        input_token_details: { cache_read: 4 },
      },
      response_metadata: { usd: 0.25 },
    });
    const generation = { message, generationInfo: { finish_reason: "length" } };
    const back = restoredMessage(JSON.parse(JSON.stringify(keptMessage(generation, { seed: 1 }))));
    expect(AIMessageChunk.isInstance(back)).toBe(true);
    const { id, text, tool_calls, invalid_tool_calls, usage_metadata } = message;
    expect(back).toMatchObject({ id, text, tool_calls, invalid_tool_calls, usage_metadata });
    expect(back.response_metadata).toEqual({ seed: 1, finish_reason: "length", usd: 0.25 });
  });
});
