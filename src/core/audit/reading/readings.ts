import type { WrittenFigure } from "../written-figure.ts";
import { type Amount, amountAt } from "./amount.ts";
import { countInWords, nounAt } from "./counted.ts";
import { dateAt, isYear } from "./dates.ts";
import { durationAt } from "./durations.ts";
import { isHedged } from "./hedges.ts";
import { isPartOfName } from "./names.ts";
import { lastDigit, numeral, scaled } from "./numeral.ts";
import { oddsAt } from "./odds.ts";
import { isParameter } from "./parameters.ts";
import { type Range, rangeOf } from "./ranges.ts";
import { isRiskLevel } from "./risk-level.ts";
import { statesDays } from "./stated-days.ts";
import { type Token, wordAt } from "./token.ts";

/** A figure by its tokens: the first of them, and the one after the last. */
export interface Reading extends Omit<WrittenFigure, "text" | "at" | "sentence"> {
  readonly from: number;
  readonly to: number;
}

/** The figures that tokens hold, in their order. */
export function readingsOf(tokens: readonly Token[]): Reading[] {
  const found: Reading[] = [];
  /** The amount read last, which may turn out to be the first end of a range. */
  let last: Amount | null = null;
  let taken = 0;
  for (let place = 0; place < tokens.length; place++) {
    const whole = dateOrCount(tokens, place) ?? ratioToOne(tokens, place);
    if (whole !== null) {
      found.push(whole);
      last = null;
      taken = whole.to;
      place = taken - 1;
      continue;
    }
    if (tokens[place]?.kind !== "number" || isPartOfName(tokens, place, taken)) continue;
    const duration = durationAt(tokens, place);
    if (duration !== null && !statesDays(tokens, place, duration)) {
      place = duration.to - 1;
      continue;
    }
    const amount: Amount | null =
      duration === null ? amountAt(tokens, place, taken) : daysAt(tokens, place, duration.to);
    if (amount === null || isName(tokens, place, amount)) continue;
    const range: Range | null = last === null ? null : rangeOf(tokens, last, amount);
    const lowHedged = range !== null && (found.pop()?.approximate ?? false);
    if (range !== null) found.push(ofAmount(tokens, range.low, lowHedged, range.high.to));
    last = range?.high ?? amount;
    found.push(ofAmount(tokens, last, lowHedged || isHedged(tokens, last.from, last.to)));
    taken = last.to;
    place = taken - 1;
  }
  return found;
}

/** A date or a count in words, which begins at a place. */
function dateOrCount(tokens: readonly Token[], place: number): Reading | null {
  const date = dateAt(tokens, place);
  if (date !== null) return ofDate(date.period, place, date.to, isHedged(tokens, place, date.to));
  const count = countInWords(tokens, place);
  if (count === null) return null;
  const approximate = isHedged(tokens, place, place + 1);
  return { ...BARE, from: place, to: place + 1, value: count.value, noun: count.noun, approximate };
}

function ratioToOne(tokens: readonly Token[], from: number): Reading | null {
  const odds = oddsAt(tokens, from);
  if (odds === null) return null;
  const { numeral: digits, to } = odds;
  const approximate = isHedged(tokens, from, to);
  const [value, step] = [scaled(digits, 0), lastDigit(digits, 0)];
  return { ...BARE, unit: "multiple", from, to, value, step, noun: null, approximate };
}

/** Days that are a figure of their own. */
function daysAt(tokens: readonly Token[], place: number, to: number): Amount | null {
  const digits = numeral(tokens[place]?.text ?? "");
  return digits === null ? null : { ...DAYS, from: place, to, numeral: digits };
}

const DAYS = {
  magnitude: null,
  unit: "days",
  unitExponent: 0,
  currencies: [],
  sign: null,
} as const;

function isName(tokens: readonly Token[], place: number, amount: Amount): boolean {
  if (amount.unit === "percent") return isRiskLevel(tokens, place, amount.to);
  // "A stop at 1.5x ATR" says what was chosen and not what was found.
  if (/^atrs?$/.test(wordAt(tokens, amount.to))) return true;
  return isBare(amount) && isParameter(tokens, place);
}

/** Whether nothing but digits is written. */
function isBare({ unit, magnitude, sign }: Amount): boolean {
  return unit === null && magnitude === null && sign === null;
}

const BARE = { unit: "number", step: 1, sign: null, currencies: [], period: null } as const;

function ofDate(period: string, from: number, to: number, approximate: boolean): Reading {
  const nan = Number.NaN;
  return {
    ...BARE,
    unit: "date",
    from,
    to,
    value: nan,
    step: nan,
    period,
    noun: null,
    approximate,
  };
}

/** @param nounPlace where the noun would stand: of a range, after its second end */
function ofAmount(
  tokens: readonly Token[],
  amount: Amount,
  approximate: boolean,
  nounPlace = amount.to,
): Reading {
  const { from, to, sign, currencies } = amount;
  if (isBare(amount) && isYear(tokens, from)) {
    return ofDate(tokens[from]?.text ?? "", from, to, approximate);
  }
  const exponent = (amount.magnitude ?? 0) + amount.unitExponent;
  const size = scaled(amount.numeral, exponent);
  return {
    from,
    to,
    unit: amount.unit ?? "number",
    value: sign === "-" ? 0 - size : size,
    step: lastDigit(amount.numeral, exponent),
    approximate,
    sign,
    currencies,
    period: null,
    noun: nounOf(tokens, amount, nounPlace),
  };
}

function nounOf(tokens: readonly Token[], { unit, to }: Amount, place: number): string | null {
  if (unit === "days") return wordAt(tokens, to - 1);
  return unit === null ? nounAt(tokens, place) : null;
}
