import type { AuditedFigure } from "../audit/audit.ts";
import type { Footnotes } from "./footnotes.ts";
import { printable } from "./printable.ts";
import { sectionBody } from "./section-body.ts";
import { unsourcedMark } from "./unsourced-mark.ts";

/** Keeps a mark's place until the text is escaped. A private character: no printable text has it. */
const PLACE = "\ue000";

/**
 * A text as Markdown with the source of every figure as a footnote's mark behind it, and a plain word
 * behind those that have none. Marks of the text's own, which could fake a source, are undone.
 *
 * @param items the audit's findings in this very text, made printable; one that does not stand there is
 * passed over
 * @param layout what else becomes of the text: its lines may be joined
 */
export function annotated(
  text: string,
  items: readonly AuditedFigure[],
  footnotes: Footnotes,
  layout: (text: string) => string = (same) => same,
): string {
  const said = printable(text);
  const marks: AuditedFigure[] = [];
  let placed = "";
  let from = 0;
  for (const item of items) {
    const end = item.at + item.figure.length;
    if (item.at < from || said.slice(item.at, end) !== item.figure) continue;
    placed += said.slice(from, end) + PLACE;
    marks.push(item);
    from = end;
  }
  const [first = "", ...rest] = sectionBody(layout(placed + said.slice(from))).split(PLACE);
  return marks.reduce((written, item, index) => {
    const next = rest[index] ?? "";
    // A bracket and a parenthesis would make a link.
    return `${written}${markOf(item, footnotes)}${next.startsWith("(") ? " " : ""}${next}`;
  }, first);
}

function markOf(item: AuditedFigure, footnotes: Footnotes): string {
  return item.status === "unsourced"
    ? ` ${unsourcedMark(item, footnotes)}`
    : `[^${footnotes.numberOf(item)}]`;
}
