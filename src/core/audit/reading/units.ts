import type { WrittenUnit } from "../written-figure.ts";
import { currencyOf, currencyOfWord } from "./currencies.ts";
import { gluedAt, hyphenAt, markAt, type Token, wordAt } from "./token.ts";

/** What stands after a number and its magnitude. */
export interface Unit {
  readonly unit: WrittenUnit;
  readonly currencies: readonly string[];
  /** The power of ten that it counts in: -2 for basis points and cents. */
  readonly exponent: number;
  /** The place after it. */
  readonly to: number;
}

const PERCENT: ReadonlySet<string> = new Set(["percent", "pct", "percentage"]);
const POINT: ReadonlySet<string> = new Set(["point", "points", "pt", "pts"]);
const PERCENTAGE_POINTS: ReadonlySet<string> = new Set(["pp", "pps", "ppt", "ppts"]);
const BASIS_POINTS: ReadonlySet<string> = new Set(["bp", "bps"]);

/** What follows "times" where it says how often and not how many times as much. */
const OFTEN: ReadonlySet<string> = new Set(["in", "during", "since", "this", "last", "within", ""]);

/**
 * The unit that begins at a place, the one after a number and its magnitude; null where none does.
 *
 * @param whole whether the number is a whole one: "beat them 3 times" is no multiple
 */
export function unitAt(tokens: readonly Token[], place: number, whole: boolean): Unit | null {
  const mark = markAt(tokens, place);
  if (mark === "%" || mark === "％") return percent(tokens, place + 1);
  if (mark === "×") return plain("multiple", place + 1);
  const from = hyphenAt(tokens, place) ? place + 1 : place;
  const word = wordAt(tokens, from);
  if (PERCENT.has(word)) return percent(tokens, from + 1);
  if (word === "per" && wordAt(tokens, from + 1) === "cent") return percent(tokens, from + 2);
  if (PERCENTAGE_POINTS.has(word)) return plain("percentage_points", from + 1);
  if (BASIS_POINTS.has(word)) return basisPoints(from + 1);
  if (word === "basis") {
    const points = pointsAt(tokens, from + 1);
    return points === null ? null : basisPoints(points);
  }
  if (word === "x") return plain("multiple", from + 1);
  if (word === "times") {
    return whole && OFTEN.has(wordAt(tokens, from + 1)) ? null : plain("multiple", from + 1);
  }
  return from === place ? money(tokens, place) : currencyWord(tokens, from);
}

function plain(unit: WrittenUnit, to: number): Unit {
  return { unit, currencies: [], exponent: 0, to };
}

function basisPoints(to: number): Unit {
  return { unit: "percentage_points", currencies: [], exponent: -2, to };
}

function percent(tokens: readonly Token[], place: number): Unit {
  const points = pointsAt(tokens, place);
  return points === null ? plain("percent", place) : plain("percentage_points", points);
}

/** The place after "points", with or without a hyphen before it; null where it does not stand there. */
function pointsAt(tokens: readonly Token[], place: number): number | null {
  const at = hyphenAt(tokens, place) ? place + 1 : place;
  return POINT.has(wordAt(tokens, at)) ? at + 1 : null;
}

function money(tokens: readonly Token[], place: number): Unit | null {
  const token = tokens[place];
  if (token === undefined) return null;
  if (token.text === "p" && gluedAt(tokens, place)) return currency(["GBp"], 0, place + 1);
  const sign = isPair(tokens, place) ? null : currencyOf(token.text);
  // A sign that stands at once before a digit belongs to that: 5 $7.
  const ahead = token.kind === "mark" && tokens[place + 1]?.kind === "number";
  if (sign !== null && !(ahead && gluedAt(tokens, place + 1) && !token.glued)) {
    return currency(sign, 0, place + 1);
  }
  return currencyWord(tokens, place);
}

/** The EUR of EUR/USD. */
function isPair(tokens: readonly Token[], place: number): boolean {
  const slash = markAt(tokens, place + 1) === "/" && gluedAt(tokens, place + 1);
  return slash && currencyOf(tokens[place + 2]?.text ?? "") !== null;
}

/** dollars, US dollars, pence */
function currencyWord(tokens: readonly Token[], place: number): Unit | null {
  const land = LANDS.get(wordAt(tokens, place)) ?? null;
  const at = land === null ? place : place + 1;
  const named = currencyOfWord(wordAt(tokens, at));
  return named === null ? null : currency(land ?? named.currencies, named.exponent, at + 1);
}

/** Whose dollars they are. */
const LANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["us", ["USD"]],
  ["american", ["USD"]],
  ["canadian", ["CAD"]],
  ["australian", ["AUD"]],
  ["swiss", ["CHF"]],
  ["japanese", ["JPY"]],
  ["british", ["GBP"]],
  ["indian", ["INR"]],
]);

function currency(currencies: readonly string[], exponent: number, to: number): Unit {
  return { unit: "money", currencies, exponent, to };
}
