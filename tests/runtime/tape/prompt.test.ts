import { AIMessage, AIMessageChunk, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { modelKey } from "#runtime/tape/keys.ts";
import { promptOf } from "#runtime/tape/prompt.ts";

const TOOL = { type: "function", function: { name: "get_quote", parameters: {} } };

function conversation(ids: readonly [string, string], answers = ids, args = { symbol: "AAPL" }) {
  return [
    new HumanMessage({ id: crypto.randomUUID(), content: "How is it?" }),
    new AIMessage({
      id: crypto.randomUUID(),
      content: "",
      tool_calls: ids.map((id) => ({ id, name: "get_quote", args })),
    }),
    ...answers.map((id, index) => new ToolMessage({ tool_call_id: id, content: `${index}` })),
  ];
}

const keyOf = (...asked: Parameters<typeof promptOf>) => modelKey({ prompt: promptOf(...asked) });

describe("the key of a question to a model", () => {
  it("is the same whatever ids messages and tool calls were given", () => {
    expect(keyOf(conversation(["a", "b"]), [TOOL])).toBe(keyOf(conversation(["x", "y"]), [TOOL]));
  });

  it("is the same for an answer that was streamed and one that was not", () => {
    const fields = { content: "yes", tool_calls: [{ id: "1", name: "get_quote", args: {} }] };
    expect(keyOf([new AIMessageChunk(fields)], [])).toBe(keyOf([new AIMessage(fields)], []));
  });

  it("tells which call a tool's message answers", () => {
    const straight = conversation(["a", "b"], ["a", "b"]);
    expect(keyOf(straight, [])).not.toBe(keyOf(conversation(["a", "b"], ["b", "a"]), []));
  });

  it("depends on arguments, texts and tools, not on the order of keys", () => {
    const asked = conversation(["a", "b"]);
    const other = conversation(["a", "b"], ["a", "b"], { symbol: "MSFT" });
    expect(keyOf(asked, [])).not.toBe(keyOf(other, []));
    expect(keyOf(asked, [])).not.toBe(keyOf(asked, [TOOL]));
    expect(keyOf([new HumanMessage("a")], [])).not.toBe(keyOf([new HumanMessage("b")], []));
    expect(keyOf([], [{ a: 1, b: 2 }])).toBe(keyOf([], [{ b: 2, a: 1 }]));
  });
});
