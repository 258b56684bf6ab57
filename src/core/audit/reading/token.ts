/**
 * `opaque` holds digits and no figure: a link, a time of day, a version. `break` is the end of a line,
 * so that nothing is read across it.
 */
export type TokenKind = "number" | "date" | "word" | "mark" | "opaque" | "break";

/** A piece of a text. Marks of emphasis are no tokens: `**5** %` reads as `5 %`. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** A word in lower case; empty for every other kind. */
  readonly word: string;
  readonly at: number;
  readonly end: number;
  /** Whether no space stands before it. */
  readonly glued: boolean;
}

/** The mark at a place; empty where there is none. */
export function markAt(tokens: readonly Token[], place: number): string {
  const token = tokens[place];
  return token?.kind === "mark" ? token.text : "";
}

/** The word at a place, in lower case; empty where there is none. */
export function wordAt(tokens: readonly Token[], place: number): string {
  return tokens[place]?.word ?? "";
}

/** Whether no space stands before the token at a place. */
export function gluedAt(tokens: readonly Token[], place: number): boolean {
  return tokens[place]?.glued ?? false;
}

/** Hyphens, dashes and the sign of minus. */
const DASHES: ReadonlySet<string> = new Set(["-", "\u2010", "\u2011", "\u2012", "–", "—", "−"]);

/** Whether a dash stands at a place. */
export function dashAt(tokens: readonly Token[], place: number): boolean {
  return DASHES.has(markAt(tokens, place));
}

const HYPHENS: ReadonlySet<string> = new Set(["-", "\u2010", "\u2011"]);

/** Whether a hyphen joins the tokens on both of its sides into one word: `50-day`. */
export function hyphenAt(tokens: readonly Token[], place: number): boolean {
  const joins = gluedAt(tokens, place) && gluedAt(tokens, place + 1);
  return joins && HYPHENS.has(markAt(tokens, place));
}
