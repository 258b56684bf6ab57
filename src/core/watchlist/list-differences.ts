import {
  type Difference,
  differencesBetween,
  type SharedConfiguration,
} from "../run-configuration.ts";
import type { RunRecord } from "../run-record.ts";

/** Of the tickers that only one of two lists has. */
const MOST_SHOWN = 5;

/**
 * In what a list differs from what it would be if it were begun now: settings, tickers and their order.
 *
 * @param runs of the list, in its order
 * @param shared what is not in it may be as it was
 */
export function listDifferences(
  runs: readonly RunRecord[],
  tickers: readonly string[],
  shared: Partial<SharedConfiguration>,
): Difference[] {
  const [first] = runs;
  const settings = first === undefined ? [] : differencesBetween(first.configuration, shared);
  const begun = runs.map(({ configuration }) => configuration.symbol);
  return [...settings, ...tickerDifferences(begun, tickers)];
}

function tickerDifferences(before: readonly string[], now: readonly string[]): Difference[] {
  const missing = new Set(before).difference(new Set(now));
  const added = new Set(now).difference(new Set(before));
  if (missing.size + added.size > 0) {
    return [{ setting: "tickers", before: listed(before, missing), now: listed(now, added) }];
  }
  const place = before.findIndex((symbol, index) => symbol !== now[index]);
  if (place === -1) return [];
  const at = (symbols: readonly string[]) => `${symbols[place]} at place ${place + 1}`;
  return [{ setting: "the order of tickers", before: at(before), now: at(now) }];
}

/** How many there are, and which the other list has not. @example "3 with NVDA" */
function listed(all: readonly string[], only: ReadonlySet<string>): string {
  if (only.size === 0) return String(all.length);
  const more = only.size - MOST_SHOWN;
  const shown = [...only].slice(0, MOST_SHOWN).join(", ");
  return `${all.length} with ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}
