import type { Stretch } from "./stretch.ts";

/** What stands between quotation marks on one line. */
export const QUOTED =
  /[\u201c"\u201e\u00ab]([^\u201c\u201d"\u201e\u00ab\u00bb\n]{3,400})[\u201d"\u00bb]/g;

/** What a text has between quotation marks, marks included. */
export function quotesIn(text: string): Stretch[] {
  return [...text.matchAll(QUOTED)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
}
