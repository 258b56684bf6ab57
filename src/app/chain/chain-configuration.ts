import type { Chain } from "#core/chain/chain.ts";
import type { ChainConfiguration } from "#core/chain/chain-configuration.ts";
import { mostAtOnce } from "#core/chain/most-at-once.ts";
import { dayOf } from "#core/day.ts";
import { limitsOf } from "#core/desk-choice.ts";
import type { ChainSettings } from "../commands/chain-request.ts";
import type { Config } from "../config.ts";
import { mainModel } from "../models.ts";
import { surroundingsOf } from "../run-configuration.ts";

/** Everything that decides what the run of a chain that is asked for brings. */
export function chainConfigurationOf(
  chain: Chain,
  input: string,
  settings: ChainSettings,
  config: Config,
  now: number,
): ChainConfiguration {
  const { asOf, data, fallbacks, deadlineMs } = settings;
  const maxConcurrency = settings.maxConcurrency ?? mostAtOnce(chain);
  return {
    ...surroundingsOf(config),
    chain,
    input,
    asOf: asOf ?? dayOf(now),
    data,
    model: mainModel(settings, config),
    fallbacks: [...fallbacks],
    ...limitsOf({ ...settings, maxConcurrency }),
    deadlineMs,
  };
}
