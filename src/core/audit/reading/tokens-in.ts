import { CURRENCY_AFFIX } from "./currencies.ts";
import { endsLine, isEmphasis, isSpace } from "./spaces.ts";
import type { Token, TokenKind } from "./token.ts";

/*
 * Each pattern is tried at one place only and gives up in a time that what it has passed over pays
 * for, so that a text is read in linear time whatever it holds.
 */
const LINK = /(?:https?:\/\/|www\.)[^\s<>|)\]]*[^\s<>|)\].,;:!?"'’”*]/iy;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:_[\p{L}\p{N}]+)*/uy;
const DATE =
  /(?:19|20)\d\d-?(?:Q[1-4]|(?<=-)(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)(?!\w|-\d)/y;
const TIME = /\d{1,2}:\d\d(?::\d\d)?(?![\d:])/y;
const NUMBER = new RegExp(
  [
    // 1,234.50, also with narrow spaces or apostrophes for the commas
    String.raw`[1-9]\d{0,2}(?:[,'’\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?!\d)`,
    // 12,34,567 as in India
    String.raw`[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?(?!\d)`,
    // 1.234,50 and 1.234.567
    String.raw`[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}(?!\d)`,
    String.raw`[1-9]\d{0,2}(?:\.\d{3}){2,}(?!\.?\d)`,
    // 4,2; not a part of 12,26,9
    String.raw`(?<!\d,)\d+,\d+(?!,?\d)`,
    String.raw`\d+(?:\.\d+)?(?!\.?\d)`,
    String.raw`\.\d+(?!\.?\d)`,
  ].join("|"),
  "y",
);
const VERSION = /[\d.]*\d/y;

/** The tokens of a text, in their order. */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  let glued = false;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (endsLine(code)) tokens.push({ kind: "break", text: "", word: "", at, end: at, glued });
      glued = false;
      at += 1;
    } else if (isEmphasis(code)) {
      at += 1;
    } else {
      const token = tokenAt(text, at, code, glued);
      tokens.push(token);
      glued = true;
      at = token.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, at: number, code: number, glued: boolean): Token {
  const token = (kind: TokenKind, end: number): Token => {
    const piece = text.slice(at, end);
    return { kind, text: piece, word: kind === "word" ? piece.toLowerCase() : "", at, end, glued };
  };
  const fraction = code === POINT && !(glued && ENDS_IN_LETTER.test(text.charAt(at - 1)));
  if (isDigit(code) || (fraction && isDigit(text.charCodeAt(at + 1)))) {
    const date = endOf(DATE, text, at);
    if (date > at) return token("date", date);
    const time = endOf(TIME, text, at);
    if (time > at) return token("opaque", time);
    const number = endOf(NUMBER, text, at);
    if (number > at) return token("number", number);
    return token("opaque", Math.max(endOf(VERSION, text, at), at + 1));
  }
  const link = LINK_BEGINS.includes(text.charAt(at)) ? endOf(LINK, text, at) : at;
  if (link > at) return token("opaque", link);
  const currency = endOf(CURRENCY_AFFIX, text, at);
  if (currency > at) return token("word", currency);
  const word = endOf(WORD, text, at);
  return word > at ? token("word", word) : token("mark", at + 1);
}

const LINK_BEGINS = "hHwW";
const POINT = 0x2e;
/** What a point follows that begins no number: annual.0 */
const ENDS_IN_LETTER = /[\p{L}\p{N}_.)\]]/u;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Where a match that begins at a place ends; the place itself where none does. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
