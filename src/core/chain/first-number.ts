import { numeral } from "../audit/reading/numeral.ts";
import { dashAt, gluedAt, hyphenAt, type Token } from "../audit/reading/token.ts";
import { tokensIn } from "../audit/reading/tokens-in.ts";

/**
 * The first number in a text, or the first behind a word, whatever the case of its letters; null where
 * there is none. Signs count, and so do decimals and thousands as people write them; a percent sign and a
 * currency are passed over. Dates, times, versions and numbers within names (Q3, GPT-4) are no numbers.
 */
export function firstNumber(text: string, after: string | null): number | null {
  const lower = text.toLowerCase();
  const place = after === null ? 0 : lower.indexOf(after.toLowerCase());
  if (place < 0) return null;
  const tokens = tokensIn(lower.slice(place + (after ?? "").length));
  for (const [index, token] of tokens.entries()) {
    const value = token.kind === "number" ? signed(tokens, index, token) : null;
    if (value !== null) return value;
  }
  return null;
}

function signed(tokens: readonly Token[], index: number, { text }: Token): number | null {
  const written = numeral(text);
  if (written === null) return null;
  // A currency may stand between a sign and its digits: -$5.
  const hasAffix = gluedAt(tokens, index) && isCurrency(tokens[index - 1]);
  const begin = hasAffix ? index - 1 : index;
  const isWord = tokens[begin - 2]?.kind === "word";
  if (isWord && hyphenAt(tokens, begin - 1)) return null;
  const isFree = !gluedAt(tokens, begin - 1) || tokens[begin - 2]?.kind === "mark";
  const isNegative = gluedAt(tokens, begin) && dashAt(tokens, begin - 1) && isFree;
  return Number(written.digits) * (isNegative ? -1 : 1);
}

function isCurrency(token: Token | undefined): boolean {
  return /^\p{Sc}$/u.test(token?.text ?? "");
}
