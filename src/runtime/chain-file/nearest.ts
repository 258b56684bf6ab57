/** Letters of a word that may be wrong for it still to be meant. */
const MOST_WRONG = 2;
/** No name is longer; a longer word is like none of them. */
const LONGEST = 60;

/** The choice that a word was probably meant to be: at most two letters apart; null where none is. */
export function nearest(word: string, choices: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  const ranked = choices
    .map((choice) => ({ choice, wrong: lettersApart(word.toLowerCase(), choice.toLowerCase()) }))
    .filter(({ choice, wrong }) => wrong <= MOST_WRONG && wrong < choice.length - 1)
    .sort((a, b) => a.wrong - b.wrong);
  return ranked[0]?.choice ?? null;
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, count) => count);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
