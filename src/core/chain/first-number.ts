import { numeral } from "../audit/reading/numeral.ts";
import { dashAt, gluedAt, hyphenAt, markAt, type Token } from "../audit/reading/token.ts";
import { tokensIn } from "../audit/reading/tokens-in.ts";
import { passedOver } from "./passed-over.ts";

/**
 * The first number in a text, or the first close behind some words, whatever the case of their letters;
 * null where there is none. Close is within the same sentence and line, or at the beginning of the next
 * line with text where the words end theirs. Signs count, and so do decimals, exponents and thousands as
 * people write them; a percent sign and a currency are passed over. Dates, times, versions, the points of
 * a list and numbers within names (Q3, GPT-4) are no numbers.
 */
export function firstNumber(text: string, after: string | null): number | null {
  const tokens = tokensIn(text);
  if (after === null) return search(text, tokens, 0, false).value;
  let from = 0;
  let searched = 0;
  for (const end of endsOf(text, after)) {
    while ((tokens[from]?.at ?? end) < end) from += 1;
    if (from < searched) continue;
    const found = search(text, tokens, from, true);
    if (found.value !== null) return found.value;
    searched = found.to;
  }
  return null;
}

/** A scale in brackets: (1-10), [0 to 100], (out of 10). */
const SCALE =
  /[\s*_]{0,9}[([](?:[^()[\]\d]{0,40}\d+\s?(?:[-–—]|to|\.\.)\s?\d+|\s?(?:out of|of|from|max|\/))[^()[\]]{0,40}[)\]]/iuy;

/** Where whole words end in a text, and a scale in brackets right behind them. */
function* endsOf(text: string, words: string): Generator<number> {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const begin = /^[\p{L}\p{N}]/u.test(words) ? "(?<![\\p{L}\\p{M}\\p{N}]_?)" : "";
  const end = /[\p{L}\p{M}\p{N}]$/u.test(words) ? "(?!_?[\\p{L}\\p{M}\\p{N}])" : "";
  for (const match of text.matchAll(new RegExp(`${begin}${literal}${end}`, "giu"))) {
    const place = match.index + match[0].length;
    SCALE.lastIndex = place;
    yield SCALE.test(text) ? SCALE.lastIndex : place;
  }
}

/** @returns the first number from a place on, and how far was looked for it */
function search(text: string, tokens: readonly Token[], from: number, close: boolean) {
  let begun = false;
  let place = from;
  while (place < tokens.length && !(close && isOver(tokens, place, begun))) {
    const token = tokens[place];
    const next = passedOver(tokens, place, from);
    const value = next === place && token?.kind === "number" ? valueAt(text, tokens, place) : null;
    if (value !== null) return { value, to: place };
    begun ||= token?.kind !== "break" && token?.kind !== "mark";
    place = Math.max(next, place + 1);
  }
  return { value: null, to: place };
}

/** Whether a line ends at a place that has begun, or a sentence does, which no number opens: approx. 7 */
function isOver(tokens: readonly Token[], place: number, begun: boolean): boolean {
  const [token, next] = [tokens[place], tokens[place + 1]];
  if (token?.kind === "break") return begun;
  const isStop = [".", "!", "?"].includes(markAt(tokens, place));
  return isStop && next !== undefined && !next.glued && next.kind !== "number";
}

const EXPONENT = /e[+-]?\d{1,2}(?![\p{L}\p{N}])/iuy;

function valueAt(text: string, tokens: readonly Token[], index: number): number | null {
  const { text: digits = "", end = 0 } = tokens[index] ?? {};
  const written = numeral(digits);
  if (written === null) return null;
  // A currency may stand between a sign and its digits: -$5.
  const hasAffix = gluedAt(tokens, index) && isCurrency(tokens[index - 1]);
  const begin = hasAffix ? index - 1 : index;
  const isWord = tokens[begin - 2]?.kind === "word";
  if (isWord && hyphenAt(tokens, begin - 1)) return null;
  const isFree = !gluedAt(tokens, begin - 1) || tokens[begin - 2]?.kind === "mark";
  const isNegative = gluedAt(tokens, begin) && dashAt(tokens, begin - 1) && isFree;
  EXPONENT.lastIndex = end;
  const exponent = EXPONENT.exec(text)?.[0] ?? "";
  return Number(`${written.digits}${exponent}`) * (isNegative ? -1 : 1);
}

function isCurrency(token: Token | undefined): boolean {
  return /^\p{Sc}$/u.test(token?.text ?? "");
}
