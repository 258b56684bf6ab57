import { DeskError } from "#core/errors.ts";
import { differencesBetween, type SharedConfiguration } from "#core/run-configuration.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunStore } from "#core/run-store.ts";
import { listDifferences } from "#core/watchlist/list-differences.ts";
import { plannedList } from "#core/watchlist/planned-list.ts";
import { requireSame } from "../require-same.ts";

/** A list whose runs are recorded. */
export interface OpenedList {
  readonly id: string;
  /** All of them, in the list's order. */
  readonly runs: readonly RunRecord[];
}

/**
 * Records a run for every ticker, all at once, before the first begins.
 *
 * @param now epoch milliseconds
 */
export async function beginList(
  store: RunStore,
  tickers: readonly string[],
  shared: SharedConfiguration,
  now: number,
): Promise<OpenedList> {
  const { id, runs } = plannedList(tickers, shared, now, Math.random());
  await store.plan(runs);
  return { id, runs: await store.runs({ list: id }) };
}

/**
 * The newest list of the same tickers under the same configuration, to go on with it.
 *
 * @param shared what is not in it may be as the list has it
 * @throws DeskError `usage` when there is none, naming how the newest list of all differs
 */
export async function resumeList(
  store: RunStore,
  tickers: readonly string[],
  shared: Partial<SharedConfiguration>,
): Promise<OpenedList> {
  const [symbol] = tickers;
  // Of each list one run tells how it was begun. What another version has recorded is not the same.
  const firsts = await store.runs({ position: 0, symbol, onUnreadable: () => {} });
  for (const { list, configuration } of firsts) {
    if (list === null || differencesBetween(configuration, shared).length > 0) continue;
    const runs = await store.runs({ list: list.id });
    if (listDifferences(runs, tickers, shared).length === 0) return { id: list.id, runs };
  }
  return newestList(store, tickers, shared);
}

/** @throws DeskError `usage` when there is none, or when it was begun with other tickers or settings */
async function newestList(
  store: RunStore,
  tickers: readonly string[],
  shared: Partial<SharedConfiguration>,
): Promise<OpenedList> {
  const id = await store.latestList();
  if (id === null) {
    throw new DeskError(
      "usage",
      "there is no list to go on with: none is recorded here. Start one by leaving --resume out.",
    );
  }
  const runs = await store.runs({ list: id });
  requireSame(
    `list ${id}`,
    listDifferences(runs, tickers, shared),
    "Give what it was begun with, or start a new list by leaving --resume out.",
  );
  return { id, runs };
}
