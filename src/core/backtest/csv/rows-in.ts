import { parse } from "csv-parse/sync";
import { DeskError, messageOf } from "../../errors.ts";

/** One row of a table, and the line of the file that it ends on. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

const DELIMITERS = [",", ";", "\t"];
const LINE_ENDS = ["\r\n", "\n", "\r"];

/** Where to look for what no text has. */
const HEAD = 4_096;
const CONTROL = /[^\P{Cc}\s]/u;

/**
 * The rows of a table in text, its headings first: fields between commas, semicolons or tabs, quoted
 * or not. Empty rows are none.
 *
 * @param file what the text is called in errors
 * @throws DeskError `bad_response` where there is no text, or a quote is never closed
 */
export function rowsIn(text: string, file: string): Row[] {
  if (/^\s*$/.test(text)) throw noTable(file, "it is empty");
  const control = CONTROL.exec(text.slice(0, HEAD));
  if (control !== null) throw noTable(file, foreign(text, control));
  const rows: Row[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: LINE_ENDS,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record(fields, { lines }) {
        rows.push({ line: lines, fields });
        return null;
      },
    });
  } catch (cause) {
    throw noTable(file, messageOf(cause), cause);
  }
  return rows;
}

/** @example "line 3 holds the control character U+001B, which no table in text has" */
function foreign(text: string, { 0: character, index }: RegExpExecArray): string {
  const line = text.slice(0, index).split(/\r\n|\n|\r/).length;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `line ${line} holds the control character U+${code}, which no table in text has`;
}

/** The one that the headings have most of. */
function delimiterOf(text: string): string {
  const [headings = ""] = text.trimStart().split(/[\r\n]/, 1);
  const count = (delimiter: string) => headings.split(delimiter).length;
  return DELIMITERS.reduce((most, next) => (count(next) > count(most) ? next : most));
}

function noTable(file: string, why: string, cause?: unknown): DeskError {
  return new DeskError(
    "bad_response",
    `"${file}" cannot be read as a table: ${why}. Give a CSV file in UTF-8 with the columns Date, Open, High, Low, Close and Volume.`,
    { cause, facts: { file } },
  );
}
