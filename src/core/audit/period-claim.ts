import type { Known, When } from "./known.ts";
import type { Sentence, Span } from "./sentences.ts";
import type { Sign } from "./vocabulary/signs.ts";
import type { WrittenFigure } from "./written-figure.ts";

/** The period that a sentence names for a figure. */
export interface PeriodClaim {
  readonly span: string | null;
  /** A span back to a moment: "five bars ago". */
  readonly ago: string | null;
  /** Such spans earlier in the sentence, which may still hold. */
  readonly agoBefore: readonly string[];
  readonly signs: ReadonlySet<Sign>;
  /** A day, a month, a quarter or a year: `2025-12-31`, `2026-Q3`, `2025`. */
  readonly date: string | null;
  /** Whether anything says that it may be of an earlier period. */
  readonly isOfPast: boolean;
}

interface Placed {
  readonly from: number;
  readonly to: number;
}

const PART = /[,;:()|]|\b(?:and|but|while|whereas)\b/i;
const PARTS = new RegExp(PART, "gi");
const AGO = /^\s*(?:ago|earlier|before|previously)\b/i;
const AGO_WITHIN = 16;
/** What leads to a value of an earlier period, in what stands about it. */
const PAST =
  /\b(?:from|against|versus|vs|compared|than|ago|earlier|before|prior|previous|last|was|were|had|year|quarter|quarterly|fy\d*|q[1-4])\b|\|/i;

/** The period that a sentence names for a figure, by what stands nearest to it. */
export function periodClaimOf(sentence: Sentence, figure: WrittenFigure): PeriodClaim {
  const reach = reachOf(sentence, figure);
  const isAgo = (span: Span) => AGO.test(sentence.text.slice(span.to, span.to + AGO_WITHIN));
  const over = sentence.spans.filter((span) => !isAgo(span));
  const [span] = nearest(over, reach, over);
  const ago = sentence.spans.filter(isAgo).find((back) => isTold(back, reach));
  const dates = sentence.figures
    .filter(({ period }) => period !== null)
    .map((date) => ({ date, from: date.at, to: date.at + date.text.length }));
  const [date] = nearest(dates, reach, dates);
  const tags = sentence.signs.filter(({ meaning }) => meaning.some((sign) => PERIODS.has(sign)));
  const close = tags.filter((tag) => isIn(tag, reach.clause));
  const isNamed = sentence.mentions.some((mention) => isIn(mention, reach.clause));
  const signs = isNamed ? close : tags.filter((tag) => isIn(tag, reach.segment));
  return {
    span: span?.span ?? null,
    ago: ago?.span ?? null,
    agoBefore: sentence.spans
      .filter((back) => isAgo(back) && back.to <= figure.at)
      .map((back) => back.span),
    signs: new Set(signs.flatMap(({ meaning }) => meaning)),
    date: date?.date.period ?? null,
    isOfPast:
      date !== undefined ||
      over.length > 0 ||
      ago !== undefined ||
      PAST.test(lineUpTo(sentence, reach)),
  };
}

const PERIODS: ReadonlySet<Sign> = new Set<Sign>([
  "annual",
  "quarterly",
  "year_before",
  "period_before",
  "year_ago_quarter",
  "year_on_year",
  "past",
]);

interface Reach {
  readonly at: number;
  readonly clause: Placed;
  readonly segment: Placed;
}

/** The clause about a figure, and all up to its neighbours. */
function reachOf({ text, figures, from, to }: Sentence, figure: WrittenFigure): Reach {
  const values = figures.filter(({ period }) => period === null);
  const place = values.indexOf(figure);
  const end = figure.at + figure.text.length;
  const [before, after] = [values[place - 1], values[place + 1]];
  const segment = {
    from: before === undefined ? from : before.at + before.text.length,
    to: after?.at ?? to,
  };
  const clause = { ...segment };
  for (const part of text.slice(segment.from, figure.at).matchAll(PARTS)) {
    clause.from = segment.from + part.index;
  }
  const part = text.slice(end, segment.to).search(PART);
  if (part >= 0) clause.to = end + part;
  return { at: figure.at, clause, segment };
}

function isIn(placed: Placed, { from, to }: Placed): boolean {
  return placed.from >= from && placed.to <= to;
}

function lineUpTo({ text, from }: Sentence, { segment }: Reach): string {
  return text.slice(from, segment.to);
}

/** A way back in time is told of what stands right before it, or after it. */
function isTold(back: Span, { clause, segment, at }: Reach): boolean {
  return isIn(back, clause) || (isIn(back, segment) && back.to <= at);
}

/** In the clause; else in the segment; else the only one of the sentence. What follows comes first. */
function nearest<T extends Placed>(all: readonly T[], reach: Reach, sentence: readonly T[]): T[] {
  for (const stretch of [reach.clause, reach.segment]) {
    const inside = all.filter((placed) => isIn(placed, stretch));
    const behind = inside.find(({ from }) => from > reach.at);
    const ahead = inside.findLast(({ from }) => from < reach.at);
    const found = stretch === reach.clause ? (behind ?? ahead) : (ahead ?? behind);
    if (found !== undefined) return [found];
  }
  return sentence.length === 1 ? [...sentence] : [];
}

const MONTHS: Readonly<Record<string, string>> = {
  "4w": "1m",
  "30d": "1m",
  "5d": "1w",
  "5b": "1w",
  "7d": "1w",
  "13w": "3m",
  "90d": "3m",
  "1q": "3m",
  "26w": "6m",
  "52w": "1y",
  "12m": "1y",
  "365d": "1y",
  "1b": "1d",
};

function same(one: string, other: string): boolean {
  return one === other || (MONTHS[one] ?? one) === (MONTHS[other] ?? other);
}

/**
 * Whether a value is of the period that a sentence names. What names none may mean any, but for a value
 * of the past, which no sentence means that speaks of now.
 *
 * @param spans the spans that there are values of under the same name
 */
export function isOfPeriod(
  { when, nature, derivation }: Known,
  claim: PeriodClaim,
  spans: ReadonlySet<string>,
): boolean {
  if (when.ago !== null) {
    if (claim.ago !== null) return same(claim.ago, when.ago);
    const { ago } = when;
    return claim.signs.has("past") || claim.span !== null || claim.agoBefore.includes(ago);
  }
  if (when.span !== null && when.basis === null && derivation !== null) {
    const said = claim.span ?? claim.ago;
    return said !== null && same(said, when.span);
  }
  if (when.span !== null && when.basis === null && spans.size > 1) {
    const said = claim.span ?? claim.ago;
    return said === null || same(said, when.span) || ![...spans].some((span) => same(span, said));
  }
  if (claim.ago !== null && spans.has(claim.ago)) return false;
  return when.basis === null || isOfStatement(when, nature, claim);
}

function isOfStatement(when: When, nature: Known["nature"], claim: PeriodClaim): boolean {
  const { signs } = claim;
  const isChange = nature === "change" && when.against !== null;
  if (isChange) {
    if (when.span !== null) return claim.span === when.span || claim.ago === when.span;
    if (signs.has("year_on_year") && when.against !== "year_before") return false;
    if (signs.has("period_before") && when.basis === "annual") return false;
  } else {
    if (signs.has("year_ago_quarter")) return when.basis === "quarterly" && when.row >= 3;
    if (signs.has("year_before")) return when.basis === "annual" ? when.row > 0 : when.row >= 4;
    if (signs.has("period_before")) return when.basis === "quarterly" && when.row > 0;
  }
  if (claim.date !== null && when.end !== null && !isOn(when.end, claim.date)) return false;
  if (!isChange && when.row > 0 && !claim.isOfPast) return false;
  if (signs.has("year_ago_quarter")) return when.basis === "quarterly";
  const [annual, quarterly] = [signs.has("annual"), signs.has("quarterly")];
  if (annual === quarterly) return true;
  return when.basis === (annual ? "annual" : "quarterly");
}

/** Whether a day lies in a period as a date is written; `--11-20` is of any year. */
export function isOn(day: string, date: string): boolean {
  const [year, quarter] = date.split("-Q");
  if (quarter !== undefined) {
    return day.slice(0, 4) === year && Math.ceil(Number(day.slice(5, 7)) / 3) === Number(quarter);
  }
  return date.startsWith("--") ? day.endsWith(date.slice(1)) : day.startsWith(date);
}
