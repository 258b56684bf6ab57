import { wholeUnit } from "../currency.ts";
import type { DataFlag } from "../data-flag.ts";
import type { Fact } from "../fact.ts";

/** A quote in another currency than the daily bars of the same symbol. GBp and GBP are one. */
export function mixedCurrencyFlags(facts: readonly Fact[]): DataFlag[] {
  const known = facts.filter(({ value, currency }) => value !== null && currency !== null);
  return known
    .filter(({ path }) => path === "quote.price")
    .flatMap((quote) => {
      const close = known.find(
        ({ path, args }) => path === "price.close" && args.symbol === quote.args.symbol,
      );
      return close === undefined ? [] : flagWhereApart(quote, close);
    });
}

function flagWhereApart(quote: Fact, close: Fact): DataFlag[] {
  if (wholeUnit(quote.currency) === wholeUnit(close.currency)) return [];
  const message = `${quote.args.symbol}: quote in ${quote.currency}, bars in ${close.currency}; one cannot be held against the other.`;
  return [{ kind: "mixed_currency", subject: "quote", message, factId: quote.id }];
}
