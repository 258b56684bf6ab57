import { nounAt } from "./counted.ts";
import { magnitudeAt } from "./magnitudes.ts";
import { dashAt, gluedAt, markAt, type Token, wordAt } from "./token.ts";
import { unitAt } from "./units.ts";

/** A date, and the place after it. */
export interface WrittenDate {
  /** As WrittenFigure has it: `2026-11-20`, `2026-11`, `2026`, `2026-Q3`, `--11-20`. */
  readonly period: string;
  readonly to: number;
}

/** The date that begins at a place; null where none does. A bare year needs `isYear`. */
export function dateAt(tokens: readonly Token[], place: number): WrittenDate | null {
  const token = tokens[place];
  switch (token?.kind) {
    case "date":
      return { period: isoPeriod(token.text), to: place + 1 };
    case "number":
      return dayFirst(tokens, place);
    case "word":
      return monthFirst(tokens, place) ?? quarterAt(tokens, place) ?? fiscalYearAt(tokens, place);
    default:
      return null;
  }
}

function isoPeriod(text: string): string {
  const quarter = /^(\d{4})-?(Q\d)/.exec(text);
  return quarter === null ? text.slice(0, 10) : `${quarter[1]}-${quarter[2]}`;
}

const MONTHS: ReadonlyMap<string, string> = new Map(
  [
    "Jan January",
    "Feb February",
    "Mar March",
    "Apr April",
    "May",
    "Jun June",
    "Jul July",
    "Aug August",
    "Sep Sept September",
    "Oct October",
    "Nov November",
    "Dec December",
  ].flatMap((names, index) =>
    names.split(" ").map((name): [string, string] => [name, String(index + 1).padStart(2, "0")]),
  ),
);

/** 20 November 2026, 20th of Nov., 20-22 November */
function dayFirst(tokens: readonly Token[], place: number): WrittenDate | null {
  const day = dayAt(tokens, place);
  if (day === null) return null;
  const until = dashAt(tokens, day.to) ? dayAt(tokens, day.to + 1) : null;
  const end = until?.to ?? day.to;
  const month = monthAt(tokens, wordAt(tokens, end) === "of" ? end + 1 : end);
  return month === null ? null : withYear(tokens, month.to, `${month.text}-${day.text}`);
}

/** November 20, 2026; Nov. 20-22; November 2026 */
function monthFirst(tokens: readonly Token[], place: number): WrittenDate | null {
  const month = monthAt(tokens, place);
  if (month === null) return null;
  const day = dayAt(tokens, month.to);
  if (day === null || measures(tokens, day.to)) {
    const comma = markAt(tokens, month.to) === "," ? 1 : 0;
    const year = yearAt(tokens, month.to + comma);
    return year === null ? null : { period: `${year}-${month.text}`, to: month.to + comma + 1 };
  }
  const until = dashAt(tokens, day.to) ? dayAt(tokens, day.to + 1) : null;
  return withYear(tokens, until?.to ?? day.to, `${month.text}-${day.text}`);
}

function measures(tokens: readonly Token[], place: number): boolean {
  if (magnitudeAt(tokens, place, false) !== null || unitAt(tokens, place, true) !== null)
    return true;
  return nounAt(tokens, place) !== null;
}

function withYear(tokens: readonly Token[], place: number, day: string): WrittenDate {
  const comma = markAt(tokens, place) === "," ? 1 : 0;
  const year = yearAt(tokens, place + comma);
  if (year === null) return { period: `--${day}`, to: place };
  return { period: `${year}-${day}`, to: place + comma + 1 };
}

/** A piece of a date, in the digits of ISO 8601, and the place after it. */
interface Piece {
  readonly text: string;
  readonly to: number;
}

/** A month's name, which is written large. */
function monthAt(tokens: readonly Token[], place: number): Piece | null {
  const text = MONTHS.get(tokens[place]?.text ?? "");
  if (text === undefined) return null;
  return {
    text,
    to: markAt(tokens, place + 1) === "." && gluedAt(tokens, place + 1) ? place + 2 : place + 1,
  };
}

const ORDINALS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

function dayAt(tokens: readonly Token[], place: number): Piece | null {
  const token = tokens[place];
  if (token?.kind !== "number" || !/^(?:0?[1-9]|[12]\d|3[01])$/.test(token.text)) return null;
  const ordinal = gluedAt(tokens, place + 1) && ORDINALS.has(wordAt(tokens, place + 1)) ? 1 : 0;
  return { text: token.text.padStart(2, "0"), to: place + 1 + ordinal };
}

/** The year at a place: 2026, and nothing that its number could count. */
function yearAt(tokens: readonly Token[], place: number): string | null {
  const token = tokens[place];
  return token?.kind === "number" && YEAR.test(token.text) ? token.text : null;
}

const YEAR = /^(?:19|20)\d\d$/;
const QUARTERS: ReadonlyMap<string, string> = new Map([
  ["Q1", "Q1"],
  ["Q2", "Q2"],
  ["Q3", "Q3"],
  ["Q4", "Q4"],
  ["first", "Q1"],
  ["second", "Q2"],
  ["third", "Q3"],
  ["fourth", "Q4"],
]);

/** Q3 2026, Q3 FY2026, third quarter of fiscal 2026 */
function quarterAt(tokens: readonly Token[], place: number): WrittenDate | null {
  const quarter = QUARTERS.get(tokens[place]?.text ?? "");
  if (quarter === undefined) return null;
  const worded = !quarter.startsWith(tokens[place]?.text ?? "");
  if (worded && wordAt(tokens, place + 1) !== "quarter") return null;
  const next = place + (worded ? 2 : 1);
  const at = wordAt(tokens, next) === "of" ? next + 1 : next;
  const fiscal = fiscalYearAt(tokens, at);
  if (fiscal !== null) return { period: `${fiscal.period}-${quarter}`, to: fiscal.to };
  const year = yearAt(tokens, at);
  return year === null ? null : { period: `${year}-${quarter}`, to: at + 1 };
}

/** FY2025, FY25, FY 2025, fiscal 2025, fiscal year 2025 */
function fiscalYearAt(tokens: readonly Token[], place: number): WrittenDate | null {
  const joined = /^[FC]Y(\d{4}|\d{2})[EA]?$/.exec(tokens[place]?.text ?? "");
  if (joined?.[1] !== undefined) return { period: longYear(joined[1]), to: place + 1 };
  const word = wordAt(tokens, place);
  if (word !== "fy" && word !== "cy" && word !== "fiscal") return null;
  const at = place + (wordAt(tokens, place + 1) === "year" ? 2 : 1);
  const year = yearAt(tokens, at);
  return year === null ? null : { period: year, to: at + 1 };
}

function longYear(digits: string): string {
  return digits.length === 4 ? digits : `20${digits}`;
}

/** Words that a price stands behind and no year: "a close above 2025". */
const PRICED: ReadonlySet<string> = new Set(
  [
    "at above below near under over about around roughly approximately nearly almost than level",
    "price support resistance target entry stop trades reach reaches reached hit average",
  ].flatMap((words) => words.split(" ")),
);

/** Whether a bare number at a place is a year. */
export function isYear(tokens: readonly Token[], place: number): boolean {
  if (yearAt(tokens, place) === null || PRICED.has(wordAt(tokens, place - 1))) return false;
  const noun = nounAt(tokens, place + 1);
  return noun === null || !COUNTED.has(noun);
}

/** What a number that could be a year counts; "the 2025 results" are of a year. */
const COUNTED: ReadonlySet<string> = new Set(
  "share shares points pts employees people staff opinions analysts contracts headlines".split(" "),
);
