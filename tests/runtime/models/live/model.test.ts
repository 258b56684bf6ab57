import { AIMessageChunk, HumanMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { MessagesAnnotation, StateGraph } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  answer,
  eventText,
  type StreamedAnswer,
  startChatStub,
  streamText,
} from "../../../helpers/chat-completions-stub.ts";
import { openProvider } from "../../../helpers/live-provider.ts";

/** A model that gives one kind of answer. */
async function answering(streamed: Omit<StreamedAnswer, "attempt">) {
  const stub = await startChatStub((response, attempt) =>
    answer(response, streamText({ attempt, ...streamed })),
  );
  return { ...stub, ...openProvider(stub.origin) };
}

const getNews = tool(async () => "news", {
  name: "get_news",
  description: "News of a symbol.",
  schema: z.object({ symbol: z.string(), days: z.number() }),
});

describe("an answer", () => {
  it("is one message with its text, its end, its tokens and the model that gave it", async () => {
    const { model } = await answering({ model: "some-model-2026-11-01" });
    const message = await model.invoke("?");
    expect(message).toBeInstanceOf(AIMessageChunk);
    expect(message).toMatchObject({
      id: "chatcmpl-1",
      content: "Apple looks fine.",
      tool_calls: [],
      invalid_tool_calls: [],
      usage_metadata: { input_tokens: 11, output_tokens: 3, total_tokens: 14 },
    });
    expect(message.response_metadata).toEqual({
      model_provider: "openai",
      model_name: "some-model-2026-11-01",
      finish_reason: "stop",
    });
  });

  it("tells the tokens that were cached and those that were thought with, and its cost", async () => {
    const { model } = await answering({
      usage: {
        prompt_tokens: 100,
        completion_tokens: 50,
        total_tokens: 150,
        prompt_tokens_details: { cached_tokens: 80 },
        completion_tokens_details: { reasoning_tokens: 40 },
        cost: 0.0123,
      },
    });
    const message = await model.invoke("?");
    expect(message).toMatchObject({
      usage_metadata: {
        input_tokens: 100,
        output_tokens: 50,
        total_tokens: 150,
        input_token_details: { cache_read: 80 },
        output_token_details: { reasoning: 40 },
      },
      response_metadata: { cost: 0.0123 },
    });
  });

  it("has no usage where the provider does not say, rather than none used", async () => {
    const { model } = await answering({ usage: null });
    expect(await model.invoke("?")).toMatchObject({ usage_metadata: undefined });
  });

  it("counts tokens once that a provider sends with every chunk", async () => {
    const usage = { prompt_tokens: 11, completion_tokens: 3, cost: 0.5 };
    const chunk = (delta: object, finish_reason: string | null) =>
      eventText({ id: "chatcmpl-1", choices: [{ index: 0, delta, finish_reason }], usage });
    const { origin } = await startChatStub((response) =>
      answer(response, `${chunk({ content: "Fine" }, null)}${chunk({ content: "." }, "stop")}`),
    );
    expect(await openProvider(origin).model.invoke("?")).toMatchObject({
      usage_metadata: { input_tokens: 11, output_tokens: 3, total_tokens: 14 },
      response_metadata: { cost: 0.5 },
    });
  });

  it("is read also from a provider that names no role and ends without a delta", async () => {
    const { origin } = await startChatStub((response) =>
      answer(
        response,
        eventText({ id: "1", choices: [{ index: 0, delta: { content: "Fine." } }] }) +
          eventText({ id: "1", choices: [{ index: 0, finish_reason: "stop" }] }),
      ),
    );
    const message = await openProvider(origin).model.invoke("?");
    expect(message).toBeInstanceOf(AIMessageChunk);
    expect(message).toMatchObject({
      content: "Fine.",
      response_metadata: { finish_reason: "stop" },
    });
  });

  it("keeps the id of its completion, so that answers at once are told apart", async () => {
    const { origin } = await startChatStub();
    const { model } = openProvider(origin);
    const answers = await Promise.all(Array.from({ length: 6 }, () => model.invoke("?")));
    const ids = answers.map(({ id }) => id).sort();
    expect(ids).toEqual([1, 2, 3, 4, 5, 6].map((count) => `chatcmpl-${count}`));
  });

  it("comes whole where a stream is asked for, also after a broken attempt", async () => {
    const { origin } = await startChatStub(
      (response, attempt) =>
        attempt === 1 &&
        answer(response, streamText({ attempt, words: ["Broken"], finishReason: null })),
    );
    const chunks = await Array.fromAsync(await openProvider(origin).model.stream("?"));
    expect(chunks.map(({ text }) => text)).toEqual(["Apple looks fine."]);
  });

  it("comes whole where events are asked for, also after a broken attempt", async () => {
    const { origin } = await startChatStub(
      (response, attempt) =>
        attempt === 1 &&
        answer(response, streamText({ attempt, words: ["Broken"], finishReason: null })),
    );
    const stream = openProvider(origin).model.streamEvents("?");
    expect((await stream.output).text).toBe("Apple looks fine.");
  });
});

describe("a tool call", () => {
  it("is asked for with the tools that are bound, and read whole", async () => {
    const { model, seen } = await answering({
      words: [],
      finishReason: "tool_calls",
      toolCalls: [
        { index: 0, id: "call-1", function: { name: "get_news", arguments: '{"symbol":"AA' } },
        { index: 0, function: { arguments: 'PL","days":250}' } },
        {
          index: 1,
          id: "call-2",
          function: { name: "get_news", arguments: '{"symbol":"MSFT","days":7}' },
        },
      ],
    });
    const message = await model.bindTools?.([getNews]).invoke("?");
    expect(seen[0]?.body).toMatchObject({
      tools: [{ type: "function", function: { name: "get_news" } }],
    });
    expect(message).toMatchObject({
      content: "",
      tool_calls: [
        { id: "call-1", name: "get_news", args: { symbol: "AAPL", days: 250 } },
        { id: "call-2", name: "get_news", args: { symbol: "MSFT", days: 7 } },
      ],
      invalid_tool_calls: [],
    });
  });

  it("is invalid with arguments that are cut off, and never mended", async () => {
    const { model } = await answering({
      words: [],
      finishReason: "length",
      toolCalls: [
        { index: 0, id: "call-1", function: { name: "get_news", arguments: '{"days":25' } },
      ],
    });
    expect(await model.invoke("?")).toMatchObject({
      tool_calls: [],
      invalid_tool_calls: [{ id: "call-1", name: "get_news", args: '{"days":25' }],
    });
  });
});

describe("a structured answer", () => {
  const schema = z.object({ rating: z.enum(["buy", "sell"]), why: z.string() });
  const decided = (args: string) =>
    answering({
      words: [],
      finishReason: "tool_calls",
      toolCalls: [{ index: 0, id: "call-1", function: { name: "decide", arguments: args } }],
    });
  const options = { name: "decide", method: "functionCalling", includeRaw: true } as const;

  it("is asked for as the one tool to call, and parsed beside the raw message", async () => {
    const { model, seen } = await decided('{"rating":"buy","why":"cheap"}');
    const { raw, parsed } = await model.withStructuredOutput(schema, options).invoke("?");
    expect(seen[0]?.body).toMatchObject({
      tools: [{ type: "function", function: { name: "decide" } }],
      tool_choice: { type: "function", function: { name: "decide" } },
    });
    expect(parsed).toEqual({ rating: "buy", why: "cheap" });
    expect(raw).toMatchObject({ usage_metadata: { input_tokens: 11 } });
  });

  it.each(['{"rating":"hold","why":"cheap"}', '{"rating":"buy","why":"che'])(
    "is null where the arguments are %j",
    async (args) => {
      const { model } = await decided(args);
      expect(await model.withStructuredOutput(schema, options).invoke("?")).toMatchObject({
        parsed: null,
      });
    },
  );
});

describe("LangGraph's messages", () => {
  it("show each token as it comes, and those of a broken attempt under an id of its own", async () => {
    const { origin } = await startChatStub(
      (response, attempt) =>
        attempt === 1 &&
        answer(response, streamText({ attempt, words: ["Apple "], finishReason: null })),
    );
    const { model } = openProvider(origin);
    const graph = new StateGraph(MessagesAnnotation)
      .addNode("analyst", async ({ messages }) => ({ messages: [await model.invoke(messages)] }))
      .addEdge("__start__", "analyst")
      .compile();
    const shown: [string | undefined, string][] = [];
    const input = { messages: [new HumanMessage("?")] };
    for await (const [message, { langgraph_node: node }] of await graph.stream(input, {
      streamMode: "messages",
    })) {
      expect(node).toBe("analyst");
      if (message.text !== "") shown.push([message.id, message.text]);
    }
    expect(shown).toEqual([
      ["chatcmpl-1", "Apple "],
      ["chatcmpl-2", "Apple "],
      ["chatcmpl-2", "looks "],
      ["chatcmpl-2", "fine."],
    ]);
  });
});
