import { gluedAt, markAt, type Token, wordAt } from "./token.ts";

const WORDS: ReadonlySet<string> = new Set(
  [
    "about roughly around approximately approx circa ca some nearly almost over under near",
    "approaching exceeding",
  ].flatMap((words) => words.split(" ")),
);

/** The last word of a hedge of two, and the first words that it may have. */
const PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["than", new Set(["more", "less", "fewer", "greater", "higher", "lower", "better"])],
  ["least", new Set(["at"])],
  ["most", new Set(["at"])],
  ["to", new Set(["up", "close"])],
  ["of", new Set(["upwards", "north", "south", "excess"])],
]);

const MARKS: ReadonlySet<string> = new Set(["~", "≈", "∼", "≃", "≅", ">", "<", "≥", "≤", "±"]);

/** Whether words or marks around a figure say that it is not exact: "about 5", "~5", "5 or so", "5+". */
export function isHedged(tokens: readonly Token[], from: number, to: number): boolean {
  const before = from - 1;
  if (MARKS.has(markAt(tokens, before))) return true;
  const word = wordAt(tokens, before);
  if (WORDS.has(word) || PAIRS.get(word)?.has(wordAt(tokens, before - 1))) return true;
  if (markAt(tokens, before) === "." && /^(?:c|ca|approx)$/.test(wordAt(tokens, before - 1))) {
    return true;
  }
  if (wordAt(tokens, to) === "or" && wordAt(tokens, to + 1) === "so") return true;
  return markAt(tokens, to) === "+" && gluedAt(tokens, to) && !gluedAt(tokens, to + 1);
}
