import type { DataFlag } from "../data-flag.ts";
import type { Fact } from "../fact.ts";
import { IN_LATER_SHARES } from "../later-shares.ts";

/** Figures a share and counts of shares that are withheld, once a symbol. */
export function laterShareFlags(facts: readonly Fact[]): DataFlag[] {
  const withheld = facts.filter(({ value, note }) => value === null && note === IN_LATER_SHARES);
  const bySymbol = Map.groupBy(withheld, ({ args }) => String(args.symbol));
  return [...bySymbol].map(([symbol, [first]]): DataFlag => {
    const message = `${symbol}: past earnings a share and counts of shares are withheld; the source states them in the shares of a later day, and splits may have changed what a share is.`;
    return { kind: "missing", subject: "figures a share", message, factId: first?.id ?? null };
  });
}
