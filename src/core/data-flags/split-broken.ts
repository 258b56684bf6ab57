import { inWholeUnit, wholeUnit } from "../currency.ts";
import type { DataFlag } from "../data-flag.ts";
import type { Fact } from "../fact.ts";
import { figure } from "../figure.ts";

/** Jumps in the price history, and a quote that is not in the units of the bars. */
export function splitBrokenFlags(facts: readonly Fact[]): DataFlag[] {
  const jumps = facts.filter(
    ({ path, value }) => path === "price.unexplained_jumps" && value !== 0,
  );
  const quotes = facts.filter(({ path }) => path === "quote.price");
  return [...jumps.flatMap(jumpFlag), ...quotes.flatMap((quote) => unitFlag(quote, facts))];
}

function jumpFlag({ id, args, value, note }: Fact): DataFlag[] {
  if (typeof value !== "number") return [];
  const times = value === 1 ? "once" : `${value} times`;
  const message = `${args.symbol}: the adjusted close jumps ${times} by a factor of splits (${note}); what spans it may be wrong.`;
  return [{ kind: "split_broken", subject: "price history", message, factId: id }];
}

const FACTORS = [10, 100] as const;
/** Far more than a price moves from its last close to a quote, and far less than a change of units. */
const NEAR = 0.25;

function unitFlag(quote: Fact, facts: readonly Fact[]): DataFlag[] {
  const close = facts.find(
    ({ path, args }) => path === "price.close" && args.symbol === quote.args.symbol,
  );
  const [quoted, closed] = [amountOf(quote), amountOf(close)];
  if (close === undefined || quoted === null || closed === null) return [];
  if (wholeUnit(quote.currency) !== wholeUnit(close.currency)) return [];
  const apart = Math.max(quoted / closed, closed / quoted);
  const factor = FACTORS.find((one) => Math.abs(apart / one - 1) <= NEAR);
  if (factor === undefined) return [];
  const message = `${quote.args.symbol}: the quote of ${inWords(quote)} and the last close of ${inWords(close)} differ by about ${factor} times; one may be in other units.`;
  return [{ kind: "split_broken", subject: "quote", message, factId: quote.id }];
}

/** In the whole unit of its currency; null where it is not known. */
function amountOf(fact: Fact | undefined): number | null {
  return typeof fact?.value === "number" ? inWholeUnit(fact.value, fact.currency) : null;
}

function inWords({ value, unit, currency }: Fact): string {
  return typeof value === "number" ? figure(value, unit, currency) : String(value);
}
