import { DeskError } from "../errors.ts";

/** Characters that no list of tickers has: control characters other than tab and line breaks. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu;

/**
 * The text of a list as its file holds it. A byte order mark is no part of it.
 *
 * @param name what holds it, for people: `list.txt`
 * @throws DeskError `usage` when it is no text in UTF-8
 */
export function listText(name: string, bytes: Uint8Array): string {
  if (bytes.includes(0)) throw binary(name, "it holds NUL bytes");
  const text = decoded(bytes);
  if (text === null) throw binary(name, "its bytes are no UTF-8");
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls * 2 > text.length) throw binary(name, "most of it is control characters");
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function binary(name: string, why: string): DeskError {
  return new DeskError(
    "usage",
    `${name} is a binary file, not a list of tickers: ${why}. Give a text file in UTF-8 with one or more tickers a line.`,
    { facts: { name, why } },
  );
}
