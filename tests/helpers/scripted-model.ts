import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import { AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";

/** What a scripted model answers: text, or tool calls with or without it. */
export interface ScriptedAnswer {
  readonly text?: string;
  readonly calls?: readonly { readonly name: string; readonly args: Record<string, unknown> }[];
}

export type Script = (
  messages: readonly BaseMessage[],
  tools: readonly unknown[],
) => ScriptedAnswer | Promise<ScriptedAnswer>;

interface ScriptedOptions extends BaseChatModelCallOptions {
  readonly tools?: readonly unknown[];
}

/** A chat model that answers as a test says. */
export class ScriptedModel extends BaseChatModel<ScriptedOptions> {
  readonly #script: Script;
  /** The messages of every call, in order. */
  readonly prompts: (readonly BaseMessage[])[] = [];

  constructor(script: Script) {
    super({});
    this.#script = script;
  }

  override _llmType(): string {
    return "scripted";
  }

  override bindTools(
    tools: BindToolsInput[],
    options: Partial<ScriptedOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, ScriptedOptions> {
    return this.withConfig({ ...options, tools });
  }

  override async _generate(
    messages: BaseMessage[],
    { tools = [] }: this["ParsedCallOptions"],
  ): Promise<ChatResult> {
    this.prompts.push(messages);
    const { text = "", calls = [] } = await this.#script(messages, tools);
    const message = new AIMessageChunk({
      id: crypto.randomUUID(),
      content: text,
      tool_calls: calls.map((call) => ({ ...call, id: crypto.randomUUID() })),
      usage_metadata: { input_tokens: 100, output_tokens: 10, total_tokens: 110 },
    });
    return { generations: [{ text, message }] };
  }
}
