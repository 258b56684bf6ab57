import { printable } from "./printable.ts";

/** Text from elsewhere on one line: it may neither begin a line of its own nor disturb a terminal. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ");
}
