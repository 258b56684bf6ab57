import { describe, expect, it } from "vitest";
import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import { keptOutcomesOf } from "#core/chain/kept-outcomes.ts";
import { chainOf, chainPorts, runGraph, together } from "../../helpers/chain.ts";

const chain = chainOf({ name: "first", tools: ["get_quote"] }, ...together("g", "left", "right"), {
  name: "last",
});

async function runWith(failing: readonly string[]) {
  const { ports } = chainPorts({
    async first(messages) {
      const answered = messages.some((message) => message.type === "tool");
      return answered
        ? { text: "a price" }
        : { calls: [{ name: "get_quote", args: { symbol: "AAPL" } }] };
    },
  });
  const { result } = await runGraph(chain, ports);
  const outcomes = result.outcomes.map((outcome): AgentOutcome => {
    if (!failing.includes(outcome.agent)) return outcome;
    return {
      ...outcome,
      state: "failed",
      output: null,
      gap: { reason: "timeout", message: "late" },
    };
  });
  return { ...result, outcomes };
}

describe("what a rerun of the gaps keeps", () => {
  it.each([
    [["first"], []],
    [["left"], ["first", "right"]],
    [
      ["right", "last"],
      ["first", "left"],
    ],
    [["last"], ["first", "left", "right"]],
  ])("is what no gap can have influenced: %j leaves %j", async (failing, kept) => {
    const outcomes = keptOutcomesOf(await runWith(failing));
    expect(outcomes.map(({ outcome }) => outcome.agent)).toEqual(kept);
  });

  it("has the facts that an agent's tools brought, and where they come from", async () => {
    const [first, left] = keptOutcomesOf(await runWith(["last"]));
    expect(first?.facts.every(({ tool }) => tool === "get_quote")).toBe(true);
    expect(first?.facts.length).toBeGreaterThan(0);
    expect([first?.data?.source, left?.data, left?.facts]).toEqual(["demo", null, []]);
  });
});
