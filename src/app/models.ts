import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { ModelChoice } from "#core/desk-choice.ts";
import { DeskError } from "#core/errors.ts";
import type { PriceList } from "#core/price-list.ts";
import type { Role } from "#core/role.ts";
import type { Budget } from "#runtime/models/budget.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import type { Rates } from "#runtime/rates/rates.ts";
import type { Config } from "./config.ts";
import { modelsOf, RULES } from "./model-choice.ts";

const DEFAULT_LIVE_MODEL = "gpt-5-mini";

/** What an answer may have of tokens where a budget has to hold them. */
const MAX_OUTPUT_TOKENS = 4_096;

/** The desk's models by role. */
export interface Models {
  forRole(role: Role): BaseChatModel;
  close(): Promise<void>;
}

/** What the models of a desk share with whoever else asks. */
interface ModelSharing {
  readonly budget: Budget;
  readonly rates: Rates;
}

/** The model that roles without one of their own have: the one asked for, else by the key. */
export function mainModel({ model }: ModelChoice, { openai }: Config): string {
  return model ?? (openai.apiKey === null ? RULES : DEFAULT_LIVE_MODEL);
}

/**
 * Makes the models of a desk.
 *
 * @throws DeskError `configuration` when a live model has no key, `usage` when a limit in money has no
 *   price to go by
 */
export async function createModels(
  choice: ModelChoice,
  config: Config,
  prices: PriceList,
  { budget, rates }: ModelSharing,
): Promise<Models> {
  const main = mainModel(choice, config);
  const rules = createRulesModel();
  const live = modelsOf(main, choice).filter((name) => name !== RULES);
  if (live.length === 0) return { forRole: () => rules, close: async () => {} };

  requirePrices(live, choice, prices);
  const provider = await openProvider(choice, config, live, rates);
  const { createMeter } = await import("#runtime/models/live/meter.ts");
  const { withFallbacks } = await import("#runtime/models/live/fallbacks.ts");
  const limited = choice.maxUsd !== null || choice.maxTokens !== null;
  const metering = {
    prices,
    budget,
    maxOutputTokens: limited ? MAX_OUTPUT_TOKENS : null,
  };
  const byName = (name: string): BaseChatModel =>
    name === RULES
      ? rules
      : provider.model(name, {
          maxTokens: metering.maxOutputTokens,
          meter: createMeter(name, metering),
        });
  return {
    forRole(role) {
      const first = choice.modelFor[role] ?? main;
      const others = choice.fallbacks.filter((name) => name !== first);
      return withFallbacks([byName(first), ...others.map(byName)]);
    },
    close: () => provider.close(),
  };
}

/** Loads the client only where it is used: it is a third of the time that a cold start takes. */
async function openProvider(
  choice: ModelChoice,
  { openai: { apiKey, baseUrl } }: Config,
  live: readonly string[],
  rates: Rates,
) {
  if (apiKey === null) {
    throw new DeskError(
      "configuration",
      `model "${live[0]}" needs a key: set OPENAI_API_KEY (and OPENAI_BASE_URL for an endpoint other than OpenAI's), or use --model ${RULES}, which needs none.`,
    );
  }
  const { createProvider } = await import("#runtime/models/live/provider.ts");
  const { maxConcurrency, maxPerMinute, requestTimeoutMs, idleTimeoutMs } = choice;
  const host = baseUrl === null ? "OpenAI" : new URL(baseUrl).host;
  const rate = maxPerMinute === null ? undefined : rates.limit(host, maxPerMinute);
  return createProvider({ baseUrl, apiKey, maxConcurrency, rate, requestTimeoutMs, idleTimeoutMs });
}

function requirePrices(live: readonly string[], { maxUsd }: ModelChoice, prices: PriceList): void {
  const unknown = live.find((name) => !Object.hasOwn(prices.models, name));
  if (maxUsd === null || unknown === undefined) return;
  throw new DeskError(
    "usage",
    `--max-usd ${maxUsd} cannot be held: model "${unknown}" has no price. Add it to prices.json, or limit --max-tokens. Priced: ${Object.keys(prices.models).join(", ")}.`,
  );
}
