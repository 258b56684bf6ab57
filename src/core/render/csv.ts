import { printable } from "./printable.ts";

/** A cell of CSV; null is empty: unknown. */
export type CsvCell = string | number | boolean | null;

/** What a spreadsheet may run as a formula; some pass over blanks, or know the wide signs. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * Rows as CSV by RFC 4180, a head first, each line ended by CRLF. Control characters are taken out, and
 * a text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers.
 */
export function renderCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  return [columns, ...rows].map(csvLine).join("");
}

/** One row of it. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = printable(cell);
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
