import type { DeskChoice } from "#core/desk-choice.ts";
import type { Clock } from "#core/ports.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config } from "./config.ts";
import { type DeskParts, openDesk, type SourcedDesk } from "./desk.ts";

/**
 * Opens a desk for runs that are recorded. What they share they share by way of the store, also with
 * other processes and with themselves once they are resumed.
 *
 * @param budget by which id their budget is known: the list's, or the run's own
 * @throws as the desk does
 */
export function openRunDesk(
  choice: DeskChoice,
  config: Config,
  clock: Clock,
  store: Store,
  budget: string,
  parts: Pick<DeskParts, "startTape"> = {},
): Promise<SourcedDesk> {
  const limited = choice.maxUsd !== null || choice.maxTokens !== null;
  return openDesk(choice, config, clock, {
    ...parts,
    rates: store.rates,
    ...(limited && { budget: store.budget(budget, choice) }),
    ...(config.databaseUrl !== null && { memory: store.decisions }),
  });
}
