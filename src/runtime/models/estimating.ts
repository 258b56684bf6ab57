import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import { AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";
import { costOf, type PriceList } from "#core/price-list.ts";

/** About what English prose (four) and JSON with figures (two to three) come to together. */
const CHARACTERS_PER_TOKEN = 3;

interface EstimatingOptions extends BaseChatModelCallOptions {
  readonly tools?: readonly unknown[];
}

/**
 * Answers as another model does and states what a live model would have used and cost for it: by the
 * length of the real prompt, and of the other's answer.
 */
export class EstimatingModel extends BaseChatModel<EstimatingOptions> {
  readonly #inner: BaseChatModel;
  readonly #name: string;
  readonly #prices: PriceList;

  constructor(inner: BaseChatModel, name: string, prices: PriceList) {
    super({});
    this.#inner = inner;
    this.#name = name;
    this.#prices = prices;
  }

  override _llmType(): string {
    return "estimating";
  }

  override bindTools(
    tools: BindToolsInput[],
    options: Partial<EstimatingOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, EstimatingOptions> {
    return this.withConfig({ ...options, tools: tools.map((tool) => convertToOpenAITool(tool)) });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): Promise<ChatResult> {
    const { generations } = await this.#inner._generate(messages, options);
    const prompt = messages.map(({ text }) => text).join("") + JSON.stringify(options.tools ?? []);
    return {
      generations: generations.map(({ text, message }) => {
        const calls = AIMessageChunk.isInstance(message) ? (message.tool_calls ?? []) : [];
        const input_tokens = tokensOf(prompt);
        const output_tokens = tokensOf(text + (calls.length > 0 ? JSON.stringify(calls) : ""));
        const usage = {
          inputTokens: input_tokens,
          outputTokens: output_tokens,
          cachedTokens: null,
          reasoningTokens: null,
        };
        return {
          text,
          message: new AIMessageChunk({
            content: text,
            tool_calls: calls,
            usage_metadata: {
              input_tokens,
              output_tokens,
              total_tokens: input_tokens + output_tokens,
            },
            response_metadata: { usd: costOf(this.#name, usage, this.#prices) },
          }),
        };
      }),
    };
  }
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
