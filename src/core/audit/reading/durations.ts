import { nounAt } from "./counted.ts";
import { currencyOf } from "./currencies.ts";
import { spanOfWord } from "./number-words.ts";
import { numeral } from "./numeral.ts";
import { dashAt, gluedAt, hyphenAt, markAt, type Token, wordAt } from "./token.ts";

/** Days, weeks, months, quarters, years, bars, hours. */
export type TimeUnit = "d" | "w" | "m" | "q" | "y" | "b" | "h";

/** A count of time: "three months", "80 days", "50-day", "1y". */
export interface Duration {
  readonly count: number;
  readonly unit: TimeUnit;
  /** `compound`: 50-day, 12 month; `code`: 1y; `plain`: 80 days. */
  readonly form: "compound" | "code" | "plain";
  /** Whether the count is in digits. */
  readonly digits: boolean;
  /** The place after it. */
  readonly to: number;
}

const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ...named("d", "day days session sessions"),
  ...named("w", "week weeks"),
  ...named("m", "month months"),
  ...named("q", "quarter quarters"),
  ...named("y", "year years"),
  ...named("b", "bar bars candle candles period periods"),
  ...named("h", "hour hours hr hrs minute minutes min mins second seconds"),
]);

const CODES: ReadonlyMap<string, TimeUnit> = new Map([
  ...named("d", "d"),
  ...named("w", "w wk wks"),
  ...named("m", "mo mos mth"),
  ...named("y", "y yr yrs"),
  ...named("h", "h hr hrs min mins ms s"),
]);

function named(unit: TimeUnit, words: string): [string, TimeUnit][] {
  return words.split(" ").map((word) => [word, unit]);
}

/** What may stand between a count and its unit: "80 calendar days". */
const KINDS: ReadonlySet<string> = new Set(
  "trading calendar business consecutive straight full fiscal successive more such".split(" "),
);

/** Months that a period is made of, so that `3m` may be a period and `45m` is money. */
const MONTHS: ReadonlySet<number> = new Set([1, 2, 3, 6, 9, 12, 18, 24]);
const BEFORE_MONTHS: ReadonlySet<string> = new Set(
  "over in past last the a an trailing for within on previous prior next first".split(" "),
);
const AFTER_MONTHS: ReadonlySet<string> = new Set(
  [
    "change changes return returns performance horizon move gain loss ago high low relative momentum view",
    "outlook volatility timeframe period",
  ].flatMap((words) => words.split(" ")),
);

/** The count of time that begins at a place; null where none does. */
export function durationAt(tokens: readonly Token[], place: number): Duration | null {
  const token = tokens[place];
  if (token === undefined) return null;
  const digits = token.kind === "number";
  const count = digits ? Number(numeral(token.text)?.digits) : spanOfWord(token.word);
  if (count === null || Number.isNaN(count)) return null;
  const hyphen = hyphenAt(tokens, place + 1) ? 1 : 0;
  const code = digits ? codeAt(tokens, place, count) : null;
  if (code !== null) return { count, unit: code, form: "code", digits, to: place + 2 };
  const kind = KINDS.has(wordAt(tokens, place + 1 + hyphen)) ? 1 : 0;
  const at = place + 1 + hyphen + kind;
  const word = wordAt(tokens, at);
  const unit = UNITS.get(word);
  if (unit === undefined) return null;
  const compound = hyphen > 0 || (count !== 1 && !word.endsWith("s"));
  return { count, unit, form: compound ? "compound" : "plain", digits, to: at + 1 };
}

/** The unit of a code: the `w` of 1w, the `m` of "over 3m" but not that of "3m USD". */
function codeAt(tokens: readonly Token[], place: number, count: number): TimeUnit | null {
  if (!gluedAt(tokens, place + 1) || dashAt(tokens, place + 1)) return null;
  const word = wordAt(tokens, place + 1);
  if (word !== "m") return CODES.get(word) ?? null;
  const after = wordAt(tokens, place + 2);
  if (!MONTHS.has(count) || namesCurrency(tokens, place - 1)) return null;
  if (AFTER_MONTHS.has(after) || markAt(tokens, place + 2) === ":") return "m";
  if (numberFollows(tokens, place + 2)) return "m";
  const cell = markAt(tokens, place - 1) === "|" && markAt(tokens, place + 2) === "|";
  const spans = BEFORE_MONTHS.has(wordAt(tokens, place - 1));
  const counts = namesCurrency(tokens, place + 2) || nounAt(tokens, place + 2) !== null;
  const lists = CODES.has(wordAt(tokens, place - 2)) || wordAt(tokens, place - 2) === "m";
  return cell || ((spans || lists) && !counts) ? "m" : null;
}

function namesCurrency(tokens: readonly Token[], place: number): boolean {
  return currencyOf(tokens[place]?.text ?? "") !== null;
}

/** Whether a number stands at a place, with a sign or without: 3M -4.2 %. */
function numberFollows(tokens: readonly Token[], place: number): boolean {
  const sign = dashAt(tokens, place) || markAt(tokens, place) === "+";
  const signed = sign && !gluedAt(tokens, place) && gluedAt(tokens, place + 1);
  return tokens[signed ? place + 1 : place]?.kind === "number";
}
