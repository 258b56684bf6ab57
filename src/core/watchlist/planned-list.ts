import { analysisGroups } from "../analysis-groups.ts";
import type { SharedConfiguration } from "../run-configuration.ts";
import { runId } from "../run-id.ts";
import type { PlannedRun } from "../run-store.ts";

/** Names that a second's runs of one symbol can have. */
const TAILS = 0x10000;

/** A list and all of its runs, before the first begins. */
export interface PlannedList {
  readonly id: string;
  readonly runs: readonly PlannedRun[];
}

/**
 * Plans one run a ticker.
 *
 * @param now epoch milliseconds
 * @param random 0 to 1, 1 excluded
 */
export function plannedList(
  tickers: readonly string[],
  shared: SharedConfiguration,
  now: number,
  random: number,
): PlannedList {
  const id = runId("LIST", now, random);
  const groups = analysisGroups(shared);
  const runs = tickers.map((symbol, position) => ({
    id: runId(symbol, now, tail(random, position)),
    configuration: { ...shared, symbol },
    groups,
    list: { id, position },
    rerunOf: null,
  }));
  return { id, runs };
}

/** Another for each place: symbols that a file name writes alike still make two names. */
function tail(random: number, position: number): number {
  return ((Math.floor(random * TAILS) + position) % TAILS) / TAILS;
}
