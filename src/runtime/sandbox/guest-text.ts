import { oneLine } from "#core/render/one-line.ts";

const LONGEST = 200;

/** Words of a strategy on one line that disturbs no terminal, with the line of the code that they are of. */
export function guestText(words: string, line: string | null): string {
  const place = line === null ? "" : ` (line ${line})`;
  const text = oneLine(words).trim();
  const room = LONGEST - place.length;
  return (text.length > room ? `${text.slice(0, room - 1)}…` : text) + place;
}

/** The first line of the code that a stack names; null where it names none. */
export function lineIn(stack: string, file: string): string | null {
  const [, line = null] = stack.split(`${file}:`)[1]?.match(/^(\d{1,9})/) ?? [];
  return line;
}
