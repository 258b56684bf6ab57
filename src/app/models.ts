import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { styleOf } from "#core/contest/author.ts";
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

/** Models by their names. */
export interface Models {
  /** @throws DeskError `configuration` for one that would need a key, where there is none */
  named(name: string): BaseChatModel;
  close(): Promise<void>;
}

/** What the models of a desk share with whoever else asks. */
interface ModelSharing {
  readonly budget: Budget;
  readonly rates: Rates;
  /** Whether one that fails must cost no other anything. */
  readonly apart?: boolean;
}

/** The model that roles without one of their own have: the one asked for, else by the key. */
export function mainModel({ model }: Pick<ModelChoice, "model">, { openai }: Config): string {
  return model ?? (openai.apiKey === null ? RULES : DEFAULT_LIVE_MODEL);
}

/**
 * Makes models that share one provider, its turns and a budget.
 *
 * @throws DeskError `configuration` when a live model has no key, `usage` when a limit in money has no
 *   price to go by
 */
export async function openModels(
  names: readonly string[],
  choice: ModelChoice,
  config: Config,
  prices: PriceList,
  { budget, rates, apart = false }: ModelSharing,
): Promise<Models> {
  const live = names.filter((name) => builtInModel(name) === null);
  if (live.length === 0) return { named: requireBuiltIn, close: async () => {} };

  requirePrices(live, choice, prices);
  const provider = await openProvider(choice, config, live, { rates, apart });
  const { createMeter } = await import("#runtime/models/live/meter.ts");
  const limited = choice.maxUsd !== null || choice.maxTokens !== null;
  const metering = {
    prices,
    budget,
    maxOutputTokens: limited ? MAX_OUTPUT_TOKENS : null,
  };
  return {
    named(name) {
      const { maxOutputTokens: maxTokens } = metering;
      return (
        builtInModel(name) ??
        provider.model(name, { maxTokens, meter: createMeter(name, metering) })
      );
    },
    close: () => provider.close(),
  };
}

/** The model that a name means where it needs neither key nor network; null for all others. */
function builtInModel(name: string): BaseChatModel | null {
  const style = styleOf(name);
  if (style !== null) return createRulesModel({ style });
  return name === RULES ? createRulesModel() : null;
}

function requireBuiltIn(name: string): BaseChatModel {
  const model = builtInModel(name);
  if (model === null) throw keyNeeded(name);
  return model;
}

/** The models of a desk by role, each with its fallbacks. */
export interface RoleModels {
  forRole(role: Role): BaseChatModel;
  close(): Promise<void>;
}

/** @throws as {@link openModels} does */
export async function openRoleModels(
  choice: ModelChoice,
  config: Config,
  prices: PriceList,
  sharing: ModelSharing,
): Promise<RoleModels> {
  const main = mainModel(choice, config);
  const names = modelsOf(main, choice);
  const { named, close } = await openFallingBack(names, choice, config, prices, sharing);
  return { forRole: (role) => named(choice.modelFor[role] ?? main), close };
}

/**
 * Models by their names, each with the choice's fallbacks behind it.
 *
 * @throws as {@link openModels} does
 */
export async function openFallingBack(
  names: readonly string[],
  choice: ModelChoice,
  config: Config,
  prices: PriceList,
  sharing: ModelSharing,
): Promise<Models> {
  const all = [...new Set([...names, ...choice.fallbacks])];
  requireAnalysts(all);
  const models = await openModels(all, choice, config, prices, sharing);
  if (all.every((name) => name === RULES)) return models;
  const { withFallbacks } = await import("#runtime/models/live/fallbacks.ts");
  return {
    ...models,
    named(first) {
      const others = choice.fallbacks.filter((name) => name !== first);
      return withFallbacks([models.named(first), ...others.map(models.named)]);
    },
  };
}

/** @throws DeskError `usage` for a built-in author, which knows nothing but strategies */
function requireAnalysts(names: readonly string[]): void {
  const author = names.find((name) => styleOf(name) !== null);
  if (author === undefined) return;
  throw new DeskError(
    "usage",
    `model "${author}" writes strategies and nothing else: use it with trading-graph strategies, or --model ${RULES} here.`,
  );
}

/** Loads the client only where it is used: it is a third of the time that a cold start takes. */
async function openProvider(
  choice: ModelChoice,
  { openai: { apiKey, baseUrl } }: Config,
  live: readonly string[],
  { rates, apart }: { readonly rates: Rates; readonly apart: boolean },
) {
  if (apiKey === null) throw keyNeeded(live[0] ?? "");
  const { createProvider } = await import("#runtime/models/live/provider.ts");
  const { maxConcurrency, maxPerMinute, requestTimeoutMs, idleTimeoutMs } = choice;
  const host = baseUrl === null ? "OpenAI" : new URL(baseUrl).host;
  const rate = maxPerMinute === null ? undefined : rates.limit(host, maxPerMinute);
  const limits = { maxConcurrency, rate, requestTimeoutMs, idleTimeoutMs };
  return createProvider({ baseUrl, apiKey, apart, ...limits });
}

function keyNeeded(name: string): DeskError {
  return new DeskError(
    "configuration",
    `model "${name}" needs a key: set OPENAI_API_KEY (and OPENAI_BASE_URL for an endpoint other than OpenAI's), or use --model ${RULES} (or --models ${RULES}), which needs none.`,
  );
}

function requirePrices(live: readonly string[], { maxUsd }: ModelChoice, prices: PriceList): void {
  const unknown = live.find((name) => !Object.hasOwn(prices.models, name));
  if (maxUsd === null || unknown === undefined) return;
  throw new DeskError(
    "usage",
    `--max-usd ${maxUsd} cannot be held: model "${unknown}" has no price. Add it to prices.json, or limit --max-tokens. Priced: ${Object.keys(prices.models).join(", ")}.`,
  );
}
