import type { BaseMessage } from "@langchain/core/messages";
import { costOf, type PriceList } from "#core/price-list.ts";
import type { Budget } from "../budget.ts";
import type { ReportedUsage } from "./reported-usage.ts";

/** Prompts are counted high, so that a budget holds: prose has four characters a token, figures less. */
const CHARACTERS_PER_TOKEN = 2;

export interface Metering {
  readonly prices: PriceList;
  readonly budget: Budget;
  /** Tokens that an answer may have, which the model was told; null where nothing holds them. */
  readonly maxOutputTokens: number | null;
}

/** What one attempt uses, from its start to its end. */
export interface Bill {
  /** The request was turned away: nothing is owed for it. */
  refused(): void;
  /** What the provider says that it has used so far. */
  used(usage: ReportedUsage): void;
  /**
   * Books what was used; the most it could be where the provider did not say.
   *
   * @returns US dollars: the provider's own figure, else by the price list; null where neither says
   */
  settle(): Promise<number | null>;
}

/** Checks each attempt against a budget before it is made, and prices it after. */
export interface Meter {
  /** @throws DeskError `budget` when the most that the attempt can use does not fit */
  before(messages: readonly BaseMessage[], tools: unknown): Promise<Bill>;
}

/** Meters a model by its name in the price list. */
export function createMeter(name: string, { prices, budget, maxOutputTokens }: Metering): Meter {
  const spendingOf = (inputTokens: number, outputTokens: number, cachedTokens: number | null) => {
    const usage = { inputTokens, outputTokens, cachedTokens, reasoningTokens: null };
    return { tokens: inputTokens + outputTokens, usd: costOf(name, usage, prices) };
  };

  return {
    async before(messages, tools) {
      const prompt = Math.ceil(lengthOf(messages, tools) / CHARACTERS_PER_TOKEN);
      const most = spendingOf(prompt, maxOutputTokens ?? 0, null);
      const held = await budget.reserve(most);
      let refused = false;
      let reported: ReportedUsage | null = null;
      return {
        refused() {
          refused = true;
        },
        used(usage) {
          reported = usage;
        },
        async settle() {
          if (reported === null) {
            await held.settle(refused ? { tokens: 0, usd: 0 } : most);
            return null;
          }
          const { prompt_tokens, completion_tokens, prompt_tokens_details, cost } = reported;
          const cached = prompt_tokens_details?.cached_tokens ?? null;
          const { tokens, usd: priced } = spendingOf(prompt_tokens, completion_tokens, cached);
          const usd = cost ?? priced;
          await held.settle({ tokens, usd: usd ?? most.usd });
          return usd;
        },
      };
    },
  };
}

function lengthOf(messages: readonly BaseMessage[], tools: unknown): number {
  const texts = messages.map((message) => JSON.stringify(message.toDict().data.content ?? ""));
  return texts.join("").length + JSON.stringify(tools ?? "").length;
}
