import { ToolMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { Day } from "#core/day.ts";
import type { Fact } from "#core/fact.ts";
import type { MarketData } from "#core/ports.ts";
import { type ToolResult, toolResultSchema } from "#core/tool-result.ts";
import { createTools } from "#tools/index.ts";
import { TODAY } from "./fake-market.ts";

export interface Answer extends ToolResult {
  /** What a model reads. */
  readonly text: string;
  /** The fact at a path; throws where there is none. */
  readonly at: (path: string) => Fact;
  readonly paths: readonly string[];
}

/** Calls one of the desk's tools as a graph does. */
export async function ask(
  market: MarketData,
  name: string,
  args: Readonly<Record<string, unknown>>,
  asOf: Day = TODAY,
): Promise<Answer> {
  return askWith(market, name, args, { configurable: { asOf } });
}

/** {@link ask} with a config of one's own. */
export async function askWith(
  market: MarketData,
  name: string,
  args: Readonly<Record<string, unknown>>,
  config: RunnableConfig,
): Promise<Answer> {
  const tool = createTools(market).find((candidate) => candidate.name === name);
  if (tool === undefined) throw new Error(`there is no tool ${name}`);
  const message: unknown = await tool.invoke(
    { name, args: { ...args }, id: "call-1", type: "tool_call" },
    config,
  );
  if (!ToolMessage.isInstance(message)) throw new Error(`${name} gave no tool message`);
  const result = toolResultSchema.parse(message.artifact);
  const at = (path: string): Fact => {
    const fact = result.facts.find((candidate) => candidate.path === path);
    if (fact === undefined) throw new Error(`${name} gave no fact ${path}`);
    return fact;
  };
  return { ...result, text: message.text, at, paths: result.facts.map(({ path }) => path) };
}
