import { streamOptions, streamRun } from "#app/stream-run.ts";
import type { Chain, ChainAgent } from "#core/chain/chain.ts";
import type { RunEvent } from "#core/event.ts";
import { createChainGraph } from "#graphs/chain/graph.ts";
import type { ChainPorts } from "#graphs/chain/ports.ts";
import { resultOf } from "#graphs/chain/result.ts";
import type { ChainStateValue } from "#graphs/chain/state.ts";
import { systemClock } from "#runtime/clock.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { matchesWithin } from "#runtime/matches-within.ts";
import { createTools } from "#tools/index.ts";
import { AS_OF } from "./analysis.ts";
import { type Script, ScriptedModel } from "./scripted-model.ts";

/** An agent that a test says only some things of: each has a model of its own name. */
export type SomeAgent = Pick<ChainAgent, "name"> & Partial<ChainAgent>;

/** A chain of such agents. */
export function chainOf(...agents: readonly SomeAgent[]): Chain {
  return {
    name: "a test",
    description: null,
    agents: agents.map((agent) => ({
      model: agent.name,
      prompt: `Do the part of ${agent.name}.`,
      tools: [],
      connect: "sequential",
      group: null,
      when: null,
      else: null,
      ...agent,
    })),
  };
}

/** Agents of one parallel group. */
export function together(group: string, ...names: readonly string[]): SomeAgent[] {
  return names.map((name) => ({ name, connect: "parallel", group }));
}

/** The ports of a chain over the demo market; whoever has no script says that it has spoken. */
export function chainPorts(
  scripts: Readonly<Record<string, Script>> = {},
  others: Partial<ChainPorts> = {},
) {
  /** What every agent was told, in the order in which they were asked. */
  const told: { readonly agent: string; readonly prompt: string }[] = [];
  const demo = createDemoMarketData();
  const ports: ChainPorts = {
    tools: (_, onOpened) =>
      createTools(async () => {
        onOpened({ data: { source: "demo", synthetic: true, notice: "INVENTED" }, first: true });
        return { market: demo, notice: null };
      }),
    model: (name) =>
      new ScriptedModel((messages, tools) => {
        const agent = name ?? "";
        told.push({ agent, prompt: messages.map(({ text }) => text).join("\n\n") });
        return scripts[agent]?.(messages, tools) ?? { text: `${agent} has spoken.` };
      }),
    matches: matchesWithin,
    clock: systemClock,
    asOf: AS_OF,
    ...others,
  };
  return { ports, told };
}

/** Runs a chain and gives its result, its state and its events. */
export async function runGraph(
  chain: Chain,
  ports: ChainPorts,
  onEvent: (event: RunEvent) => void = () => {},
  signal = new AbortController().signal,
) {
  const events: RunEvent[] = [];
  const record = (event: RunEvent) => {
    events.push(event);
    onEvent(event);
  };
  const state = await streamRun<ChainStateValue>(
    () =>
      createChainGraph(chain, ports).stream(
        { input: "the task" },
        streamOptions({ signal, text: true }),
      ),
    { journal: { record }, clock: systemClock, signal, secrets: [] },
  );
  const run = { runId: "test", chain, asOf: AS_OF, model: "test", attempts: 1, keptFrom: null };
  return { result: resultOf(state, run), state, events };
}
