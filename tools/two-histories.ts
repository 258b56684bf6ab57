import type { ReadHistory } from "./read-history.ts";

/** From when a figure of two histories was public: from when the later of their last bars was. */
export function laterAvailable(a: ReadHistory, b: ReadHistory): string | null {
  return [a.availableAt, b.availableAt].sort().at(-1) ?? null;
}

/** Says in a note that two histories are each in a currency of its own; "" where they are in one. */
export function currenciesApart(a: ReadHistory, b: ReadHistory): string {
  return a.currency === null || b.currency === null || a.currency === b.currency
    ? ""
    : `; ${a.symbol} in ${a.currency}, ${b.symbol} in ${b.currency}, neither converted`;
}
