import { numberOfWord } from "./number-words.ts";
import { hyphenAt, type Token, wordAt } from "./token.ts";

/** What a fact counts, so that "three purchases" is a figure and "three reasons" is none. */
const COUNTED_IN_WORDS: ReadonlySet<string> = new Set(
  [
    "upgrade upgrades downgrade downgrades headline headlines purchase purchases sale sales",
    "buy buys sell sells opinion opinions rating ratings recommendation recommendations",
  ].flatMap((words) => words.split(" ")),
);

/** Nouns that may follow a number with an adjective between, or that are no plural of their own. */
const NOUNS: ReadonlySet<string> = new Set([
  ...COUNTED_IN_WORDS,
  ..."share shares point points pts hold holds analyst analysts employee employees".split(" "),
  ..."staff people insider insiders transaction transactions contract contracts day".split(" "),
]);

/** What may stand between a number and its noun. */
const BETWEEN: ReadonlySet<string> = new Set(
  [
    "analyst analysts insider insiders recent strong buy sell hold new positive negative bullish",
    "bearish neutral full time total ordinary common diluted outstanding separate index open",
    "market news broker brokers rating",
  ].flatMap((words) => words.split(" ")),
);

const MOST_BETWEEN = 2;

/** Words in -s that are no plural. */
const NO_NOUN: ReadonlySet<string> = new Set(
  [
    "is was has as its this thus plus versus vs less minus times does lies stands says sits plus",
    "across unless whereas towards besides always perhaps us rises falls means gives leaves",
    "remains makes marks puts yes keeps trails leads exceeds covers implies suggests signals",
    "shows reflects represents equals confirms looks points beats tops misses",
  ].flatMap((words) => words.split(" ")),
);

/** The noun that a number counts, in lower case, which begins at a place; null where none does. */
export function nounAt(tokens: readonly Token[], place: number): string | null {
  let noun: string | null = null;
  for (let between = 0; between <= MOST_BETWEEN; between++) {
    const word = wordAt(tokens, place + between);
    if (word === "" || hyphenAt(tokens, place + between + 1)) break;
    if (NOUNS.has(word) || (between === 0 && isPlural(word))) noun = word;
    if (!BETWEEN.has(word)) break;
  }
  return noun;
}

function isPlural(word: string): boolean {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !NO_NOUN.has(word);
}

const DENIALS: ReadonlySet<string> = new Set(["no", "any", "every"]);
const OPINES: ReadonlySet<string> = new Set(
  "say says said rate rates rated recommend recommends recommended".split(" "),
);

/** A count in words. */
interface CountInWords {
  readonly value: number;
  readonly noun: string;
}

/** The count that the word at a place is: "three purchases", "five analysts say buy". */
export function countInWords(tokens: readonly Token[], place: number): CountInWords | null {
  const value = numberOfWord(wordAt(tokens, place));
  if (value === null || DENIALS.has(wordAt(tokens, place - 1))) return null;
  if (hyphenAt(tokens, place - 1)) return null;
  const noun = nounAt(tokens, place + 1);
  if (noun === null) return null;
  if (COUNTED_IN_WORDS.has(noun)) return { value, noun };
  return noun === "analysts" && OPINES.has(wordAt(tokens, place + 2)) ? { value, noun } : null;
}
