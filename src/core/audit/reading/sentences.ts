import { gluedAt, markAt, type Token, wordAt } from "./token.ts";

/** Where a sentence begins and ends in its text, in UTF-16 units. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** Words whose point ends no sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [
    "inc corp co ltd plc llc vs approx nos mr mrs ms dr st jr sr bros est avg cf fig figs ca",
    "incl excl resp max min dept gov rep sen jan feb mar apr jun jul aug sep sept oct nov dec",
  ].flatMap((words) => words.split(" ")),
);

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "…", "。"]);
const OPENING: ReadonlySet<string> = new Set(["“", "«", "„"]);
const CLOSING: ReadonlySet<string> = new Set(["”", "»"]);
const TRAILING: ReadonlySet<string> = new Set([..."”»\"')]’", ...ENDS]);

/**
 * The sentences of a text, in their order. A line's end always ends one, so that a list's item and a
 * table's row are one each; within a quotation none ends.
 */
export function sentencesIn(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from: number | null = null;
  let to = 0;
  let depth = 0;
  let straight = false;
  const close = (): void => {
    if (from !== null) sentences.push({ from, to });
    from = null;
  };
  tokens.forEach((token, place) => {
    if (token.kind === "break") {
      close();
      depth = 0;
      straight = false;
      return;
    }
    from ??= token.at;
    to = token.end;
    if (token.kind !== "mark") return;
    if (OPENING.has(token.text)) depth += 1;
    if (CLOSING.has(token.text)) depth = Math.max(0, depth - 1);
    if (token.text === '"') straight = !straight;
    if (depth === 0 && !straight && TRAILING.has(token.text) && endsSentence(tokens, place))
      close();
  });
  close();
  return sentences;
}

const MOST_TRAILING = 4;

/** Whether the mark at a place is the last of a sentence. */
function endsSentence(tokens: readonly Token[], place: number): boolean {
  const next = tokens[place + 1];
  if (next?.kind === "break" || next === undefined) return false;
  if (next.glued || /^\p{Ll}/u.test(next.text)) return false;
  let end = place;
  while (end > place - MOST_TRAILING && !ENDS.has(tokens[end]?.text ?? "")) {
    if (!gluedAt(tokens, end)) return false;
    end -= 1;
  }
  const mark = tokens[end];
  if (mark === undefined || mark.kind !== "mark" || !ENDS.has(mark.text)) return false;
  return mark.text !== "." || !isAbbreviated(tokens, end);
}

function isAbbreviated(tokens: readonly Token[], point: number): boolean {
  const word = wordAt(tokens, point - 1);
  if (word === "" || !gluedAt(tokens, point)) return false;
  if (ABBREVIATIONS.has(word)) return true;
  if (word === "no") return tokens[point + 1]?.kind === "number";
  // The S of U.S. and the g of e.g., but not the E of P/E.
  return word.length === 1 && markAt(tokens, point - 2) === "." && gluedAt(tokens, point - 1);
}
