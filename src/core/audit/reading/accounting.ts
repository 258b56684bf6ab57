import { type Measure, measureAt } from "./measure.ts";
import { currencyBefore } from "./prefix.ts";
import { gluedAt, markAt, type Token } from "./token.ts";

/** A negative number in parentheses, without its digits. */
interface Negative extends Measure {
  readonly from: number;
  readonly sign: "-";
}

/**
 * The number at a place, where parentheses clearly say that it is negative: `$(1.2B)`, `$(1.2)B`, and a
 * table's cell that holds nothing but `(1.2B)`. In prose parentheses only set a number apart.
 */
export function accountingAt(
  tokens: readonly Token[],
  place: number,
  taken: number,
): Negative | null {
  const named = currencyBefore(tokens, place, taken);
  const open = (named?.from ?? place) - 1;
  if (open < taken || markAt(tokens, open) !== "(") return null;
  return named === null
    ? (signedOutside(tokens, open, taken) ?? cell(tokens, open, null))
    : cell(tokens, open, named.currencies);
}

function signedOutside(tokens: readonly Token[], open: number, taken: number): Negative | null {
  const named = gluedAt(tokens, open) ? currencyBefore(tokens, open, taken) : null;
  if (named === null) return null;
  const number = open + 1;
  const closesFirst = markAt(tokens, number + 1) === ")";
  const measure = measureAt(tokens, number + (closesFirst ? 2 : 1), named.currencies, false);
  const from = named.from;
  if (closesFirst) return { ...measure, from, sign: "-" };
  return markAt(tokens, measure.to) === ")"
    ? { ...measure, from, sign: "-", to: measure.to + 1 }
    : null;
}

function cell(
  tokens: readonly Token[],
  open: number,
  before: readonly string[] | null,
): Negative | null {
  if (markAt(tokens, open - 1) !== "|") return null;
  const number = open + (before === null ? 1 : 2);
  const measure = measureAt(tokens, number + 1, before, false);
  if (markAt(tokens, measure.to) !== ")" || markAt(tokens, measure.to + 1) !== "|") return null;
  return { ...measure, from: open, sign: "-", to: measure.to + 1 };
}
