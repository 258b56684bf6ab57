import { gluedAt, hyphenAt, type Token, wordAt } from "./token.ts";

/** The power of ten that letters mean which follow a number at once. */
const LETTERS: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["K", 3],
  ["m", 6],
  ["M", 6],
  ["MM", 6],
  ["mm", 6],
  ["b", 9],
  ["B", 9],
  ["T", 12],
]);

/** The same of words, which may stand apart. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ["thousand", 3],
  ["lakh", 5],
  ["lakhs", 5],
  ["million", 6],
  ["millions", 6],
  ["mn", 6],
  ["mln", 6],
  ["mio", 6],
  ["crore", 7],
  ["crores", 7],
  ["billion", 9],
  ["billions", 9],
  ["bn", 9],
  ["bln", 9],
  ["mrd", 9],
  ["trillion", 12],
  ["trillions", 12],
  ["tn", 12],
  ["trn", 12],
]);

/** A magnitude, and the place after it. */
interface Magnitude {
  readonly exponent: number;
  readonly to: number;
}

/**
 * The magnitude that follows a number: `B`, ` billion`, `-billion`.
 *
 * @param place the one after the number
 * @param money whether the number is one of money, so that a letter may stand apart
 */
export function magnitudeAt(
  tokens: readonly Token[],
  place: number,
  money: boolean,
): Magnitude | null {
  const hyphen = hyphenAt(tokens, place) ? 1 : 0;
  const word = WORDS.get(wordAt(tokens, place + hyphen));
  if (word !== undefined) return { exponent: word, to: place + hyphen + 1 };
  const letters = tokens[place]?.text ?? "";
  const exponent = LETTERS.get(letters) ?? (letters === "t" && money ? 12 : undefined);
  const joined = gluedAt(tokens, place) || (money && letters.length === 1);
  return exponent !== undefined && joined ? { exponent, to: place + 1 } : null;
}
