import type { ChainConfiguration } from "#core/chain/chain-configuration.ts";
import type { Clock } from "#core/ports.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config } from "../config.ts";
import { type ChainDesk, openChainDesk } from "./chain-desk.ts";

/**
 * Opens a desk for a chain's run that is recorded. What it shares it shares by way of the store, also with
 * other processes and with itself once it is resumed.
 *
 * @param budget by which id its budget is known: the run's own
 * @throws as the desk does
 */
export function openRunChainDesk(
  configuration: ChainConfiguration,
  config: Config,
  clock: Clock,
  store: Store,
  budget: string,
): Promise<ChainDesk> {
  const { maxUsd, maxTokens } = configuration;
  const limited = maxUsd !== null || maxTokens !== null;
  return openChainDesk(configuration, config, clock, {
    rates: store.rates,
    ...(limited && { budget: store.budget(budget, configuration) }),
  });
}
