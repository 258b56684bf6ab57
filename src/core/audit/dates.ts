import { daysBetween } from "../day.ts";
import type { FactIndex } from "./fact-index.ts";
import { isOn } from "./period-claim.ts";
import type { Sentence } from "./sentences.ts";
import { sourcedToFact, unsourced, type Verdict } from "./verdict.ts";
import type { WrittenFigure } from "./written-figure.ts";

const DUE =
  /\b(?:due|next (?:earnings|report|results)|upcoming|scheduled|will report|reports on)\b/i;
/** What follows a year or a day of no year only where they are a part of a day that is none. */
const REST = /^(?:-\d{2}-\d{2}|,? \d{4})(?!\d)/;
const REST_WITHIN = 8;
const EX_DIVIDEND = /\bex-?\s?dividend\b/i;

/** What a date is: a day that a fact is of or names, or a month, quarter or year of one. */
export function judgeDate(figure: WrittenFigure, sentence: Sentence, index: FactIndex): Verdict {
  const period = figure.period ?? "";
  const end = figure.at + figure.text.length;
  if (REST.test(sentence.text.slice(end, end + REST_WITHIN))) {
    return unsourced(null, "there is no such day");
  }
  const expected = expectedDay(figure, sentence, index);
  if (expected !== null) {
    return isOn(expected.day, period)
      ? sourcedToFact(expected.id)
      : unsourced(expected.id, `${expected.label} is ${expected.day}`);
  }
  const exact = index.days.get(period);
  if (exact !== undefined) return sourcedToFact(exact.id);
  let nearest: { readonly id: string; readonly day: string; readonly label: string } | null = null;
  for (const [day, fact] of index.days) {
    if (isOn(day, period)) return sourcedToFact(fact.id);
    const { id, label } = fact;
    if (nearest === null || apart(day, period) < apart(nearest.day, period)) {
      nearest = { id, day, label };
    }
  }
  return nearest === null || Number.isNaN(apart(nearest.day, period))
    ? unsourced(null, null)
    : unsourced(nearest.id, `${nearest.label} is of ${nearest.day}`);
}

/** The day of the calendar that the words before a date speak of; null where they speak of none. */
function expectedDay(figure: WrittenFigure, { text, from }: Sentence, { facts }: FactIndex) {
  const before = text.slice(from, figure.at);
  const path = EX_DIVIDEND.test(before)
    ? "calendar.ex_dividend"
    : DUE.test(before)
      ? "calendar.next_earnings"
      : null;
  const fact = facts.find((candidate) => candidate.path === path);
  if (fact === undefined || typeof fact.value !== "string") return null;
  return { id: fact.id, label: fact.label, day: fact.value.slice(0, 10) };
}

/** "1 day old", "in 80 days": how far a date of the sentence is from the day of the run. */
export function judgeDays(
  { value }: WrittenFigure,
  { figures }: Sentence,
  { facts }: FactIndex,
): Verdict | null {
  const today = facts.find(({ path }) => path === "price.age_days" || path === "news.count")?.asOf;
  if (today == null) return null;
  for (const { period } of figures) {
    const fact = facts.find(
      ({ asOf, value: day }) =>
        period !== null && (day === period || asOf?.startsWith(period) === true),
    );
    if (fact === undefined || period === null || period.length < 10) continue;
    if (Math.abs(daysBetween(period, today.slice(0, 10))) !== value) continue;
    return {
      ...sourcedToFact(fact.id),
      status: "derived",
      derivation: `days from ${period} to ${today.slice(0, 10)}`,
    };
  }
  return null;
}

function apart(day: string, period: string): number {
  return Math.abs(daysBetween(day, `${period}-01-01`.slice(0, 10)));
}
