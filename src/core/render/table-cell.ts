import { inline } from "./inline.ts";
import { oneLine } from "./one-line.ts";

/** Would underline the line above; within a row it cannot. */
const DASHES = /^[ =-]*$/;

/** Text from elsewhere as a cell of a table, in which it can begin no cell or row of its own. */
export function tableCell(text: string): string {
  if (DASHES.test(text)) return text;
  return inline(text).replace(/(\\*)\|/g, (whole, slashes: string) =>
    // A slash that is escaped itself escapes nothing.
    slashes.length % 2 === 0 ? `${slashes}\\|` : whole,
  );
}

/** JSON as a cell of a table: as code, in which nothing else has a meaning. It stays the same JSON. */
export function jsonCell(json: string): string {
  return `\`${oneLine(json).replaceAll("`", "\\u0060").replaceAll("|", "\\u007c")}\``;
}
