import { element } from "../element.ts";
import type { FigureBook } from "./figure-book.ts";
import { piecesOf } from "./figure-places.ts";

/**
 * Makes every figure that has a place in a text a mark, which tells its source when it is pointed at. The
 * first is where keys enter the text: see `figureFrom`.
 */
export function markFigures(root: DocumentFragment, book: FigureBook): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const pieces = piecesOf(text.data);
    const parts = pieces.map((piece) => {
      const source = piece.place === null ? null : book.source(piece.place);
      return piece.place === null || source === null
        ? piece.text
        : markOf(piece.text, piece.place, source.status, book.noteOf(piece.place));
    });
    text.replaceWith(...parts);
  }
  root.querySelector(".mark")?.setAttribute("tabindex", "0");
}

/** A button in a line of text: a real one would neither break nor be copied with it. */
function markOf(text: string, place: number, status: string, note: number | null): HTMLElement {
  return element(
    "span",
    {
      class: `mark ${status}`,
      role: "button",
      tabindex: "-1",
      "data-place": String(place),
      ...(note !== null && { "data-note": String(note) }),
    },
    text,
  );
}
