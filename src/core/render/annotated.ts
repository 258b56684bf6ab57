import type { AuditedFigure } from "../audit/audit.ts";
import type { Footnotes } from "./footnotes.ts";

/**
 * A text with the source of every figure as a footnote's mark behind it, and a plain word behind
 * those that have none. Marks of the text's own, which could fake a source, are undone.
 *
 * @param items the audit's findings in this very text; one that does not stand there is passed over
 */
export function annotated(
  text: string,
  items: readonly AuditedFigure[],
  footnotes: Footnotes,
): string {
  let written = "";
  let from = 0;
  for (const item of items) {
    const end = item.at + item.figure.length;
    if (item.at < from || text.slice(item.at, end) !== item.figure) continue;
    written += plain(text.slice(from, end)) + markOf(item, footnotes);
    // A bracket and a parenthesis would make a link.
    if (text[end] === "(") written += " ";
    from = end;
  }
  return written + plain(text.slice(from));
}

function markOf(item: AuditedFigure, footnotes: Footnotes): string {
  if (item.status !== "unsourced") return `[^${footnotes.numberOf(item)}]`;
  const said = [
    ...(item.problem === null ? [] : [item.problem]),
    ...(item.nearest === null ? [] : [`nearest: ${footnotes.describe(item.nearest)}`]),
  ];
  return ` {unsourced${said.length > 0 ? `: ${said.join("; ")}` : ""}}`;
}

function plain(text: string): string {
  return text.replaceAll("[^", "[").replaceAll("{unsourced", "{");
}
