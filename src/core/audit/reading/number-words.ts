const WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...WORDS.map((word, index): [string, number] => [word, index + 1]),
]);

const TENS: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["an", 1],
  ["twenty", 20],
  ["thirty", 30],
  ["fifty", 50],
  ["sixty", 60],
  ["ninety", 90],
]);

/** one to twelve; null for any other word. */
export function numberOfWord(word: string): number | null {
  return NUMBERS.get(word) ?? null;
}

/** A count of days, weeks, months or years: also "a" and the tens. */
export function spanOfWord(word: string): number | null {
  return numberOfWord(word) ?? TENS.get(word) ?? null;
}
