import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  type AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
} from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { Usage } from "#core/report.ts";
import type { CalledTool, ToolCall } from "../tool-calls.ts";
import { addUsage, noUsage, usageOf } from "../usage.ts";

/** How often a model may ask for tools before it has to write. */
const MOST_ROUNDS = 2;

export interface Written {
  readonly text: string;
  readonly usage: Usage;
}

/**
 * Asks a model for a report: one call where its briefing is enough, at most three where it asks for
 * more tools. The tools of one round run together.
 *
 * @throws whatever the model throws
 */
export async function writeReport(
  model: BaseChatModel,
  prompt: { readonly system: string; readonly briefing: string },
  tools: readonly StructuredToolInterface[],
  call: (calls: readonly ToolCall[]) => Promise<readonly CalledTool[]>,
  config: RunnableConfig,
): Promise<Written> {
  const messages: BaseMessage[] = [
    new SystemMessage(prompt.system),
    new HumanMessage(prompt.briefing),
  ];
  const withTools = model.bindTools?.([...tools]) ?? model;
  let usage = noUsage;
  for (let round = 0; ; round += 1) {
    const speaker = round < MOST_ROUNDS ? withTools : model;
    const answer: AIMessage = await speaker.invoke(messages, config);
    usage = addUsage(usage, usageOf(answer));
    const asked = answer.tool_calls ?? [];
    if (asked.length === 0 || round === MOST_ROUNDS) return { text: answer.text, usage };
    const called = await call(
      asked.map(({ id, name, args }, index) => ({ id: id ?? `${round}-${index}`, name, args })),
    );
    messages.push(answer, ...called.map(({ message }) => message));
  }
}
