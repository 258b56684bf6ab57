import { printable } from "#core/render/printable.ts";

const LONGEST = 110;
const SHORTEST = 25;
const SENTENCE_END = /(?<=[.!?]) (?=[“"A-Z])/;

/** The sentences of a text in Markdown, each on one line and without emphasis. */
export function sentencesOf(text: string): string[] {
  const plain = printable(text)
    .replace(/\*\*|__|`|^#+ |^[-*] /gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" ? [] : plain.split(SENTENCE_END);
}

/**
 * The beginning of a sentence between quotation marks: whole where it is short, else cut where a
 * clause ends, or at least not inside a figure.
 *
 * @example beginningOf("The trend is down: at 96.00 USD, it ...") // "“The trend is down…”"
 */
export function beginningOf(sentence: string): string {
  const text = sentence
    .replaceAll("“", "‘")
    .replaceAll("”", "’")
    .replace(/[.!?]$/, "");
  if (text.length <= LONGEST) return `“${text}”`;
  const head = text.slice(0, LONGEST);
  const clause = /^.*(?=[,;:] | (?:and|but) )/.exec(head)?.[0] ?? "";
  const words = head.replace(/\s+\S*$/, "").replace(/\s+\S*\d\S*$/, "");
  return `“${clause.length >= SHORTEST ? clause : words}…”`;
}
