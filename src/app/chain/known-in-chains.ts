import type { ModelChoice } from "#core/desk-choice.ts";
import type { Known } from "#runtime/chain-file/read-chain.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createTools } from "#tools/index.ts";
import type { Config } from "../config.ts";
import { RULES } from "../model-choice.ts";
import { mainModel } from "../models.ts";
import { readPrices } from "../price-list.ts";

/**
 * What a chain's file may name. At a provider of one's own any model may be there; else those of the
 * price list and those that the command names.
 *
 * @throws DeskError `usage` for a price list that is none
 */
export function knownInChains(
  choice: Pick<ModelChoice, "model" | "fallbacks"> & { readonly prices: string | null },
  config: Config,
): Known {
  const priced = Object.keys(readPrices(choice.prices).models);
  const models = [RULES, mainModel(choice, config), ...choice.fallbacks, ...priced];
  return {
    tools: createTools(createDemoMarketData()).map(({ name }) => name),
    models: config.openai.baseUrl === null ? [...new Set(models)] : null,
  };
}
