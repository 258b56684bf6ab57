import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import { element } from "../element.ts";
import { fadeEdges } from "../fade-edges.ts";
import { BookContext } from "./book-context.ts";
import { cleanHtml } from "./clean-html.ts";
import { withPlaces } from "./figure-places.ts";
import { markFigures } from "./mark-figures.ts";
import { markdownHtml } from "./markdown-html.ts";

interface TextProps {
  readonly text: string;
  /** What the audit calls it; left out where it audits none. */
  readonly where?: string;
}

/** A text from elsewhere as Markdown, its figures marked. */
export function Markdown(props: TextProps) {
  const box = useFilled<HTMLDivElement>(props, "block");
  return <div class="prose" data-text ref={box} />;
}

/** The same on one line. */
export function Line(props: TextProps) {
  const box = useFilled<HTMLSpanElement>(props, "line");
  return <span data-text ref={box} />;
}

function useFilled<Box extends HTMLElement>({ text, where }: TextProps, layout: "block" | "line") {
  const box = useRef<Box>(null);
  const book = useContext(BookContext);
  useLayoutEffect(() => {
    const placed = withPlaces(text, where === undefined ? [] : book.inText(where));
    const fragment = cleanHtml(markdownHtml(placed, layout));
    markFigures(fragment, book);
    for (const head of fragment.querySelectorAll("th")) nameOrNone(head);
    for (const table of fragment.querySelectorAll("table")) letScroll(table);
    box.current?.replaceChildren(fragment);
  }, [text, where, layout, book]);
  return box;
}

/** A head without words is none. */
function nameOrNone(head: HTMLTableCellElement): void {
  if (head.textContent.trim() === "") head.replaceWith(element("td"));
}

/** A wide table moves within its own bounds, by keys too. */
function letScroll(table: HTMLTableElement): void {
  const frame = element("div", {
    class: "scroll",
    tabindex: "0",
    role: "group",
    "aria-label": "Table",
  });
  table.replaceWith(frame);
  frame.append(table);
  fadeEdges(frame);
}
