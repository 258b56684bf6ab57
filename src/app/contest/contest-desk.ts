import { authorsOf, styleOf } from "#core/contest/author.ts";
import type { ContestConfiguration } from "#core/contest/contest-configuration.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import type { Clock } from "#core/ports.ts";
import type { StrategiesPorts } from "#graphs/strategies/ports.ts";
import { createBudget } from "#runtime/models/process-budget.ts";
import { createRates } from "#runtime/rates/rates.ts";
import { createStrategyRunner } from "#runtime/sandbox/strategy-runner.ts";
import { readStrategy } from "#runtime/strategy-code/read-strategy.ts";
import { readPriceBars } from "../backtest/price-bars.ts";
import type { Config } from "../config.ts";
import { dataRate, openMarkets } from "../markets.ts";
import { openModels } from "../models.ts";
import { readPrices } from "../price-list.ts";
import { rehearseStrategies } from "./rehearse-strategies.ts";

/** Whose strategies, over whose data, and within which limits. */
export type ContestChoice = Pick<ContestConfiguration, "models" | "timeLimitMs"> &
  Omit<DeskChoice, "model" | "modelFor" | "fallbacks">;

/** Everything a contest needs, wired from the configuration, and how to let go of it. */
export interface ContestDesk {
  readonly ports: StrategiesPorts;
  close(): Promise<void>;
}

/**
 * Introduces the contest's graph to sources, models and the sandbox. Asks nothing of the network.
 *
 * @throws DeskError `configuration` when a model needs a key that is not set, `usage` for a price list
 *   that is none
 */
export async function openContestDesk(
  contest: ContestChoice,
  config: Config,
  clock: Clock,
): Promise<ContestDesk> {
  const { data, timeLimitMs, maxUsd, maxTokens } = contest;
  // Whoever fails has failed: nobody writes in an author's place.
  const choice = { ...contest, model: null, modelFor: {}, fallbacks: [] };
  const rates = createRates();
  const names = [...new Set(authorsOf(contest.models).map(({ model }) => model))];
  const sharing = { budget: createBudget({ maxUsd, maxTokens }), rates, apart: true };
  const models = await openModels(names, choice, config, readPrices(contest.prices), sharing);
  // Money is not spent on invented data unasked.
  const mayFallBack = names.every((name) => styleOf(name) !== null);
  const rate = dataRate(contest, rates);
  const markets = openMarkets({ data, mayFallBack, config, clock, rate });
  const runner = createStrategyRunner();
  let prepared: Promise<void> | null = null;
  return {
    ports: {
      readBars: (query, options) => readPriceBars(query, markets, options),
      model: models.named,
      readStrategy,
      runner,
      prepare(authors, bars) {
        prepared ??= rehearseStrategies(authors, bars, runner, timeLimitMs);
        return prepared;
      },
      clock,
      timeLimitMs,
    },
    async close() {
      await Promise.all([markets.close(), models.close(), runner.close()]);
    },
  };
}
