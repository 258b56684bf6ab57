import type { Chain } from "#core/chain/chain.ts";
import type { Day } from "#core/day.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import type { Clock } from "#core/ports.ts";
import type { ChainPorts } from "#graphs/chain/ports.ts";
import { matchesWithin } from "#runtime/matches-within.ts";
import type { Budget } from "#runtime/models/budget.ts";
import { createBudget } from "#runtime/models/process-budget.ts";
import { createRates, type Rates } from "#runtime/rates/rates.ts";
import { createTools } from "#tools/index.ts";
import type { Config } from "../config.ts";
import { dataRate, openMarkets } from "../markets.ts";
import { describeModels, RULES } from "../model-choice.ts";
import { mainModel, openFallingBack } from "../models.ts";
import { readPrices } from "../price-list.ts";
import { openOnce } from "./open-once.ts";

/** Which chain, by whose data and words, and within which limits. */
export interface ChainChoice extends Omit<DeskChoice, "modelFor"> {
  readonly chain: Chain;
  /** The last day whose knowledge tools may use; null is today. */
  readonly asOf: Day | null;
}

/** Everything a chain needs, wired from the configuration, and how to let go of it. */
export interface ChainDesk {
  readonly ports: ChainPorts;
  /** The model of agents without one of their own, as results state it. */
  readonly model: string;
  close(): Promise<void>;
}

/** What a desk is given by whoever opens it; what is left out it has for itself. */
export interface ChainDeskParts {
  /** What model calls may use together with whoever else has it; else what the choice allows alone. */
  readonly budget?: Budget;
  /** What counts requests, closed by whoever has made it; else this process. */
  readonly rates?: Rates;
}

/**
 * Introduces a chain's graph to tools, sources and models. Asks nothing of the network.
 *
 * @throws DeskError `configuration` when a model needs a key that is not set, `usage` for a price list
 *   that is none
 */
export async function openChainDesk(
  { chain, asOf, ...settings }: ChainChoice,
  config: Config,
  clock: Clock,
  { rates = createRates(), budget = createBudget(settings) }: ChainDeskParts = {},
): Promise<ChainDesk> {
  const choice = { ...settings, modelFor: {} };
  const main = mainModel(choice, config);
  const names = [...new Set(chain.agents.map(({ model }) => model ?? main))];
  const prices = readPrices(choice.prices);
  const models = await openFallingBack(names, choice, config, prices, { budget, rates });
  // Money is not spent on invented data unasked.
  const mayFallBack = [...names, ...choice.fallbacks].every((name) => name === RULES);
  const rate = dataRate(choice, rates);
  const markets = openMarkets({ data: choice.data, mayFallBack, config, clock, rate });
  const open = openOnce(markets.open);
  return {
    model: describeModels(main, choice),
    ports: {
      tools(decided, onOpened) {
        return createTools(async (query, options) => {
          const opened =
            decided === null ? await open(query, options) : { data: decided, first: false };
          onOpened(opened);
          const { source, notice } = opened.data;
          return { market: markets[source], notice };
        });
      },
      model: (name) => models.named(name ?? main),
      matches: matchesWithin,
      clock,
      asOf,
    },
    async close() {
      await Promise.all([markets.close(), models.close()]);
    },
  };
}
