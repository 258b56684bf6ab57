import { currencyOf } from "./currencies.ts";
import { gluedAt, markAt, type Token, wordAt } from "./token.ts";

const SIGNS: ReadonlyMap<string, "+" | "-"> = new Map([
  ["+", "+"],
  ["＋", "+"],
  ["-", "-"],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["–", "-"],
  ["−", "-"],
]);

/** Marks after which a dash joins and is no sign: 4 %-5 %, (a)-5, +/-5. */
const CLOSING: ReadonlySet<string> = new Set([..."%)]}’”»/±×"]);

/** The sign that stands at once before a place, or the word for it: -5, minus 5. */
export function signBefore(
  tokens: readonly Token[],
  place: number,
  taken: number,
): { readonly sign: "+" | "-"; readonly from: number } | null {
  const from = place - 1;
  if (from < taken) return null;
  const word = wordAt(tokens, from);
  if (word === "minus" || word === "negative") return { sign: "-", from };
  const sign = SIGNS.get(markAt(tokens, from));
  if (sign === undefined || !gluedAt(tokens, place)) return null;
  return joins(tokens, from, taken) ? null : { sign, from };
}

/** Whether a dash continues what stands before it: 180-190, GPT-5. */
function joins(tokens: readonly Token[], place: number, taken: number): boolean {
  const before = tokens[place - 1];
  if (before === undefined || before.kind === "break" || !gluedAt(tokens, place)) return false;
  if (place - 1 < taken) return true;
  if (currencyOf(before.text) !== null) return false;
  return before.kind !== "mark" || CLOSING.has(before.text);
}

/** The currency that stands before a place: $5, USD 5. */
export function currencyBefore(
  tokens: readonly Token[],
  place: number,
  taken: number,
): { readonly currencies: readonly string[]; readonly from: number } | null {
  const from = place - 1;
  const token = tokens[from];
  if (token === undefined || from < taken) return null;
  const currencies = currencyOf(token.text);
  if (currencies === null || (token.kind === "word" && isPart(tokens, from))) return null;
  return { currencies, from };
}

/** Whether a code is the second half of a pair: BTC-USD, EUR/USD. */
function isPart(tokens: readonly Token[], place: number): boolean {
  return gluedAt(tokens, place) && "-–/=^:".includes(markAt(tokens, place - 1) || " ");
}
