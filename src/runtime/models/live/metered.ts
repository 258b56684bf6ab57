import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import { z } from "zod";
import { costOf, type PriceList } from "#core/prices.ts";
import type { Usage } from "#core/usage.ts";
import type { Budget } from "../budget.ts";
import { WholeAnswerModel } from "./whole-answer-model.ts";

/** Prompts are counted high, so that a budget holds: prose has about four characters a token. */
const CHARACTERS_PER_TOKEN = 3;

/** Where a provider's own figure stands, if it sends one. */
const statedSchema = z.object({ cost: z.number() });

export interface Metering {
  readonly prices: PriceList;
  readonly budget: Budget;
  /** Tokens that an answer may have, which the model was told; null where nothing holds them. */
  readonly maxOutputTokens: number | null;
}

/**
 * A model whose calls are checked against a budget before they are made, and priced after. What an
 * answer cost stands in its `response_metadata.usd`: the provider's own figure, else by the price list,
 * else null.
 *
 * Calls throw DeskError `budget` when the most that they can use does not fit.
 */
export function metered(inner: BaseChatModel, name: string, metering: Metering): BaseChatModel {
  return new MeteredModel(inner, name, metering);
}

class MeteredModel extends WholeAnswerModel {
  readonly #inner: BaseChatModel;
  readonly #metering: Metering;

  constructor(inner: BaseChatModel, name: string, metering: Metering) {
    super(name);
    this.#inner = inner;
    this.#metering = metering;
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const { budget } = this.#metering;
    const mostOutput = this.#metering.maxOutputTokens ?? 0;
    const prompt = Math.ceil(lengthOf(messages, options.tools) / CHARACTERS_PER_TOKEN);
    const held = budget.reserve(this.#spending(prompt, mostOutput));
    try {
      const result = await this.#inner._generate(messages, options, runManager);
      const [message] = result.generations.map((generation) => generation.message);
      const used = usedBy(message);
      const stated = statedSchema.safeParse(message?.response_metadata).data?.cost;
      const usd = stated ?? costOf(this.model, used, this.#metering.prices);
      if (message !== undefined) {
        message.response_metadata = { ...message.response_metadata, usd };
      }
      held.settle({
        tokens: (used.inputTokens ?? prompt) + (used.outputTokens ?? mostOutput),
        usd,
      });
      return result;
    } catch (thrown) {
      // What a failed call used nobody says: its prompt may have been paid for.
      held.settle(this.#spending(prompt, 0));
      throw thrown;
    }
  }

  #spending(inputTokens: number, outputTokens: number) {
    const usage = { inputTokens, outputTokens, cachedTokens: 0, reasoningTokens: null };
    return {
      tokens: inputTokens + outputTokens,
      usd: costOf(this.model, usage, this.#metering.prices),
    };
  }
}

function lengthOf(messages: readonly BaseMessage[], tools: unknown): number {
  const texts = messages.map((message) => JSON.stringify(message.toDict().data.content ?? ""));
  return texts.join("").length + JSON.stringify(tools ?? "").length;
}

function usedBy(message: BaseMessage | undefined): Omit<Usage, "usd"> {
  const usage = AIMessage.isInstance(message) ? message.usage_metadata : undefined;
  return {
    inputTokens: usage?.input_tokens ?? null,
    outputTokens: usage?.output_tokens ?? null,
    cachedTokens: usage?.input_token_details?.cache_read ?? null,
    reasoningTokens: usage?.output_token_details?.reasoning ?? null,
  };
}
