import { AsyncLocalStorage } from "node:async_hooks";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { StructuredToolInterface } from "@langchain/core/tools";
import { canonicalJson } from "./hash.ts";

/** Knows which tool call a question to the market is asked for. */
export interface Callers {
  /** The tool call at work, `market_analyst get_quote {"symbol":"AAPL"} #1`; empty outside of one. */
  current(): string;
  /** The tools, so that what they ask can be told by who asked. */
  tools(tools: readonly StructuredToolInterface[]): readonly StructuredToolInterface[];
}

/**
 * Names tool calls by node, tool, arguments and how many the same were before: names that come out
 * the same in every run, in whatever order calls of different names happen to meet.
 */
export function createCallers(): Callers {
  const storage = new AsyncLocalStorage<string>();
  const counts = new Map<string, number>();

  function nameOf(tool: string, input: unknown, config: RunnableConfig | undefined): string {
    const node: unknown = config?.metadata?.langgraph_node;
    const args =
      typeof input === "object" && input !== null && "args" in input ? input.args : input;
    const name = `${typeof node === "string" ? node : "-"} ${tool} ${canonicalJson(args)}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name} #${count}`;
  }

  function named(tool: StructuredToolInterface): StructuredToolInterface {
    const invoke: StructuredToolInterface["invoke"] = (input, config) =>
      storage.run(nameOf(tool.name, input, config), () => tool.invoke(input, config));
    return Object.create(tool, { invoke: { value: invoke } });
  }

  return {
    current: () => storage.getStore() ?? "",
    tools: (tools) => tools.map(named),
  };
}
