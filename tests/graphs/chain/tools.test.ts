import { describe, expect, it } from "vitest";
import { chainOf, chainPorts, runGraph, type SomeAgent, together } from "../../helpers/chain.ts";
import type { Script } from "../../helpers/scripted-model.ts";

const quote = (symbol: string) => ({ name: "get_quote", args: { symbol } });
const analyst: SomeAgent = { name: "first", tools: ["get_quote", "get_news"] };

/** Asks for these at first, and writes when it has been answered. */
function asks(...calls: readonly ReturnType<typeof quote>[]): Script {
  return async (messages) =>
    messages.some((message) => message.type === "tool") ? { text: "Noted." } : { calls };
}

describe("an agent with tools", () => {
  it("is given those that the chain names, and no others", async () => {
    let bound: unknown;
    const { ports } = chainPorts({
      async first(_, tools) {
        bound = tools.map((tool) => (tool as { readonly name: string }).name);
        return { text: "fine" };
      },
      async second(_, tools) {
        expect(tools).toEqual([]);
        return { text: "fine" };
      },
    });
    const { result } = await runGraph(chainOf(analyst, { name: "second" }), ports);
    expect(bound).toEqual(["get_quote", "get_news"]);
    expect(result.outcomes[1]?.state).toBe("done");
  });

  it("is told where there are none at all", async () => {
    const { ports, told } = chainPorts({ first: asks(quote("AAPL")) });
    const { result } = await runGraph(chainOf({ name: "first" }), ports);
    expect(told.length).toBeGreaterThan(0);
    expect(result.outcomes[0]?.toolCalls[0]?.error).toBe(
      'there is no tool "get_quote"; there are no tools at all',
    );
  });

  it("has all calls of one answer made together, with their facts, notices and the audit of its words", async () => {
    const { ports } = chainPorts({
      async first(messages) {
        const answer = messages.findLast((message) => message.type === "tool");
        if (answer === undefined) return { calls: [quote("AAPL"), quote("MSFT")] };
        const price = /"id":"MSFT:quote\.price".*?"value":([\d.]+)/.exec(answer.text)?.[1];
        return { text: `The last price of MSFT is ${Number(price).toFixed(2)} USD, not 0.01 USD.` };
      },
    });
    const { result, events } = await runGraph(chainOf(analyst), ports);
    const calls = events.flatMap((event) =>
      "kind" in event && event.kind === "tool" ? `${event.type} ${event.parent}` : [],
    );
    expect(calls).toEqual([
      "span_started first",
      "span_started first",
      "span_ended first",
      "span_ended first",
    ]);
    expect(result.outcomes[0]?.toolCalls.map(({ args }) => args.symbol)).toEqual(["AAPL", "MSFT"]);
    expect(result.facts.some(({ id }) => id === "MSFT:quote.price")).toBe(true);
    expect(result.audit.items.map(({ status }) => status)).toEqual(["sourced", "unsourced"]);
    expect(result.data).toEqual({ source: "demo", synthetic: true, notice: "INVENTED" });
    expect(result.requests.upstream).toBeGreaterThan(0);
  });

  it("tells where its figures come from, and those after it know", async () => {
    const { ports, told } = chainPorts({ first: asks(quote("AAPL")) });
    const { events } = await runGraph(chainOf(analyst, { name: "second" }), ports);
    expect(events.flatMap((event) => (event.type === "notice" ? event.text : []))).toEqual([
      "INVENTED",
    ]);
    expect(told.at(-1)?.prompt).toContain("Data: demo, synthetic: every figure is invented");
  });

  it("is told once of a call that no tool takes; twice is a gap, and its neighbour's work stands", async () => {
    const { ports } = chainPorts({
      wrong: async () => ({ calls: [{ name: "get_rich", args: {} }] }),
    });
    const group = together("g", "wrong", "right").map((agent) => ({
      ...agent,
      tools: analyst.tools ?? [],
    }));
    const { result } = await runGraph(chainOf(...group), ports);
    expect(result.outcomes[0]?.gap).toMatchObject({ reason: "bad_tool_call" });
    expect(result.outcomes[1]?.state).toBe("done");
  });

  it("has no figure of a recipe audited where nobody has asked for facts", async () => {
    const { ports } = chainPorts({ first: async () => ({ text: "Take 200 g of flour at 5 %." }) });
    const { result } = await runGraph(chainOf(analyst), ports);
    expect(result.audit.figures).toBe(0);
    expect(result.data).toBeNull();
  });
});
