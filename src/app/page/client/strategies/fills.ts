import type { Deal } from "../../chart-data.ts";

/** What was bought or sold on one bar, all of it together. */
export interface Fill {
  /** The place of the bar. */
  readonly bar: number;
  readonly side: "buy" | "sell";
  readonly shares: number;
  readonly price: number;
}

/** The fills that trades came from, oldest first. Shares of trades are negative for shorts. */
export function fillsOf(deals: readonly Deal[]): Fill[] {
  const fills = new Map<string, Fill>();
  const add = (bar: number, signed: number, price: number) => {
    const side = signed > 0 ? "buy" : "sell";
    const key = `${bar} ${side}`;
    const shares = Math.abs(signed) + (fills.get(key)?.shares ?? 0);
    fills.set(key, { bar, side, shares, price });
  };
  for (const [entry, exit, entryPrice, exitPrice, shares] of deals) {
    add(entry, shares, entryPrice);
    if (exit !== null && exitPrice !== null) add(exit, -shares, exitPrice);
  }
  return [...fills.values()].sort((a, b) => a.bar - b.bar);
}
