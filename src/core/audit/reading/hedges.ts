import { currencyOf } from "./currencies.ts";
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

const WAYS: ReadonlySet<string> = new Set(
  "room headroom way path road upside move distance climb rise".split(" "),
);

/** "From 400 USD up to 450 USD", "room up to 450 USD": where something leads, exactly. */
function isWay(tokens: readonly Token[], up: number): boolean {
  const before = tokens[up - 1];
  if (wordAt(tokens, up) !== "up" || before === undefined) return false;
  const isAmount = before.kind === "number" || before.text === "%";
  return isAmount || WAYS.has(before.word) || currencyOf(before.text) !== null;
}

/** Whether words or marks around a figure say that it is not exact: "about 5", "~5", "5 or so", "5+". */
export function isHedged(tokens: readonly Token[], from: number, to: number): boolean {
  const before = from - 1;
  if (MARKS.has(markAt(tokens, before))) return true;
  const word = wordAt(tokens, before);
  if (WORDS.has(word)) return true;
  if (PAIRS.get(word)?.has(wordAt(tokens, before - 1))) return !isWay(tokens, before - 1);
  if (markAt(tokens, before) === "." && /^(?:c|ca|approx)$/.test(wordAt(tokens, before - 1))) {
    return true;
  }
  if (wordAt(tokens, to) === "or" && wordAt(tokens, to + 1) === "so") return true;
  return markAt(tokens, to) === "+" && gluedAt(tokens, to) && !gluedAt(tokens, to + 1);
}
