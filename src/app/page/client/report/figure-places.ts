import { printable } from "#core/render/printable.ts";
import type { PlacedFigure } from "./figure-book.ts";

/**
 * Figures keep their places in a text while Markdown is read by characters around them: one that says
 * which figure begins, and one that ends it. All are private ones, which no printable text has.
 */
const FIRST = 0xf0000;
const MOST = 0xfffd;
const END = "\ue000";
const MARKED = /([\u{f0000}-\u{ffffd}])([^\ue000\u{f0000}-\u{ffffd}]*)\ue000/gu;
const PLACES = /[\ue000\u{f0000}-\u{ffffd}]/gu;

/**
 * A text that is printable, with its figures' places in it. A figure that does not stand there, or that
 * begins within another, is passed over.
 */
export function withPlaces(text: string, figures: readonly PlacedFigure[]): string {
  const said = printable(text);
  let placed = "";
  let from = 0;
  for (const { place, item } of figures) {
    const end = item.at + item.figure.length;
    const isThere = item.at >= from && said.slice(item.at, end) === item.figure;
    if (!isThere || place > MOST) continue;
    const begin = String.fromCodePoint(FIRST + place);
    placed += said.slice(from, item.at) + begin + item.figure + END;
    from = end;
  }
  return placed + said.slice(from);
}

/** The same text without them. */
export function withoutPlaces(text: string): string {
  return text.replace(PLACES, "");
}

/** A piece of a text: a figure where it has a place, else what stands between figures. */
export interface Piece {
  readonly text: string;
  readonly place: number | null;
}

/** A text in its pieces. One whose beginning or end has been lost is no figure any more. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (words: string, place: number | null) => {
    const clean = withoutPlaces(words);
    if (clean !== "") pieces.push({ text: clean, place });
  };
  let from = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, begin = "", figure = ""] = match;
    add(text.slice(from, match.index), null);
    add(figure, (begin.codePointAt(0) ?? FIRST) - FIRST);
    from = match.index + whole.length;
  }
  add(text.slice(from), null);
  return pieces;
}
