import { printable } from "#core/render/printable.ts";

/** What a model writes, as far as it has come in. */
export interface LiveText {
  /** What can be shown of it. */
  readonly shown: string;
  /** The start of something that is not whole yet: half a character, or of an escape sequence. */
  readonly rest: string;
}

export const noText: LiveText = { shown: "", rest: "" };

/** What a piece may end in the middle of; what is longer than a sequence ever is, is none. */
const UNFINISHED = new RegExp(
  [
    String.raw`[\ud800-\udbff]$`,
    String.raw`\u001b$`,
    String.raw`\u001b\[[0-?]{0,30}[ -/]{0,5}$`,
    String.raw`\u001b[\]PX^_][^\u0007\u001b]{0,200}\u001b?$`,
  ].join("|"),
);

/** The text after another piece. What could move, hide or turn around anything is taken out. */
export function withPiece({ shown, rest }: LiveText, piece: string): LiveText {
  const text = rest + piece;
  const end = UNFINISHED.exec(text)?.index ?? text.length;
  return { shown: shown + printable(text.slice(0, end)), rest: text.slice(end) };
}
