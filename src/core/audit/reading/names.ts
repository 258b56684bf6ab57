import { durationAt } from "./durations.ts";
import { magnitudeAt } from "./magnitudes.ts";
import { statesDays } from "./stated-days.ts";
import { dashAt, gluedAt, hyphenAt, markAt, type Token, wordAt } from "./token.ts";
import { unitAt } from "./units.ts";

/**
 * Whether the number at a place is a part of a name, a reference or a number of the text's own, by what
 * it is joined to: GPT-5, 50-day, 7203.T, annual.0, 24/7, [^3], #1, `1.` at a line's start.
 *
 * @param taken the first place that belongs to no figure before it
 */
export function isPartOfName(tokens: readonly Token[], place: number, taken: number): boolean {
  return (
    continues(tokens, place, taken) ||
    isCompound(tokens, place) ||
    isTally(tokens, place) ||
    isTicker(tokens, place) ||
    isFraction(tokens, place) ||
    isReference(tokens, place) ||
    isNumbering(tokens, place)
  );
}

/** GPT-5, COVID-19, annual.0: what stands before it goes on in it. */
function continues(tokens: readonly Token[], place: number, taken: number): boolean {
  const before = tokens[place - 1];
  if (before === undefined || !gluedAt(tokens, place) || place - 1 < taken) return false;
  if (before.kind === "number" || before.kind === "opaque" || before.kind === "date") return true;
  const joins = before.text === "." || hyphenAt(tokens, place - 1);
  const named = place - 2 >= taken && isNamed(tokens[place - 2]);
  return (
    joins && named && gluedAt(tokens, place - 1) && !PARTS_OF_YEARS.has(wordAt(tokens, place - 2))
  );
}

/** mid-2025 */
const PARTS_OF_YEARS: ReadonlySet<string> = new Set(["early", "mid", "late", "pre", "post"]);

function isNamed(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== "mark" && token.kind !== "break";
}

/** 50-day, 10-K, and the 50 of "50- and 200-day", "50 and 200-day", the 3 of "3 to 6 months". */
function isCompound(tokens: readonly Token[], place: number): boolean {
  if (startsCompound(tokens, place)) return true;
  if (!isWhole(tokens, place)) return false;
  const dash = dashAt(tokens, place + 1);
  const joint = place + (dash && gluedAt(tokens, place + 1) && !gluedAt(tokens, place + 2) ? 2 : 1);
  if (!dashAt(tokens, joint) && !JOINTS.has(wordAt(tokens, joint))) return false;
  return startsCompound(tokens, joint + 1) || startsSpan(tokens, joint + 1);
}

const JOINTS: ReadonlySet<string> = new Set(["and", "or", "to"]);

function startsSpan(tokens: readonly Token[], place: number): boolean {
  const duration = tokens[place]?.kind === "number" ? durationAt(tokens, place) : null;
  return duration !== null && !statesDays(tokens, place, duration);
}

const LAST: ReadonlySet<string> = new Set(["last", "past", "previous", "latest"]);

/** The 3 of "3 of the last 4 quarters". */
function isTally(tokens: readonly Token[], place: number): boolean {
  if (wordAt(tokens, place + 1) !== "of") return false;
  const at = place + (wordAt(tokens, place + 2) === "the" ? 3 : 2);
  return LAST.has(wordAt(tokens, at)) && durationAt(tokens, at + 1) !== null;
}

function startsCompound(tokens: readonly Token[], place: number): boolean {
  if (tokens[place]?.kind !== "number") return false;
  if (durationAt(tokens, place)?.form === "compound") return true;
  if (!hyphenAt(tokens, place + 1) || tokens[place + 2]?.kind !== "word") return false;
  const measures = unitAt(tokens, place + 1, false) ?? magnitudeAt(tokens, place + 1, false);
  return measures === null;
}

/** 7203.T, 600519.SS */
function isTicker(tokens: readonly Token[], place: number): boolean {
  if (markAt(tokens, place + 1) !== "." || !gluedAt(tokens, place + 1)) return false;
  return gluedAt(tokens, place + 2) && /^[A-Z]{1,3}$/.test(tokens[place + 2]?.text ?? "");
}

/** 24/7, 50/200, 2024/25, and a ratio: 1:2.5 */
function isFraction(tokens: readonly Token[], place: number): boolean {
  return isOver(tokens, place, place + 2) || isOver(tokens, place - 2, place);
}

function isOver(tokens: readonly Token[], above: number, below: number): boolean {
  const middle = markAt(tokens, above + 1);
  if (!gluedAt(tokens, above + 1) || !gluedAt(tokens, below)) return false;
  const ends = [tokens[above]?.text ?? "", tokens[below]?.text ?? ""];
  if (middle === ":") return ends.every((end) => /^[\d.]+$/.test(end));
  return middle === "/" && ends.every((end) => /\d$/.test(end) && !end.includes("."));
}

/** [3], [^3], #1, §4 */
function isReference(tokens: readonly Token[], place: number): boolean {
  const before = markAt(tokens, place - 1);
  if (before === "^" || before === "#" || before === "§") return gluedAt(tokens, place);
  return before === "[" && markAt(tokens, place + 1) === "]";
}

const MOST_IN_LIST = 99;

/** `1.` and `1)` at a line's start, `## 2.1 Heading`, and the (1) of "(1) growth, (2) cash". */
function isNumbering(tokens: readonly Token[], place: number): boolean {
  const closes = markAt(tokens, place + 1);
  const opens = markAt(tokens, place - 1);
  const listed = isWhole(tokens, place) && Number(tokens[place]?.text) <= MOST_IN_LIST;
  if (listed && opens === "(" && closes === ")") {
    return !isNamed(tokens[place - 2]) || JOINTS.has(wordAt(tokens, place - 2));
  }
  if (listed && closes === ")" && SEPARATES.has(opens)) return true;
  let start = place - 1;
  while (LINE_STARTS.has(markAt(tokens, start))) start -= 1;
  const before = tokens[start];
  if (before !== undefined && before.kind !== "break") return false;
  if (opens === "#") return tokens[place + 1]?.kind === "word" || closes === "." || closes === ")";
  return listed && (closes === "." || closes === ")") && gluedAt(tokens, place + 1);
}

const SEPARATES: ReadonlySet<string> = new Set([",", ";", ":"]);
const LINE_STARTS: ReadonlySet<string> = new Set(["#", ">", "-", "+", "•", "–"]);

function isWhole(tokens: readonly Token[], place: number): boolean {
  return /^\d+$/.test(tokens[place]?.text ?? "");
}
