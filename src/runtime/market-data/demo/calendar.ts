import { addDays, type Day, dayOf, daysBetween } from "#core/day.ts";
import type { Random } from "./random.ts";

/** The first day of the demo market, a Monday. */
export const OPENING: Day = "2010-01-04";

/** When a day's last price is made, as the rest of an ISO 8601 time. */
export const CLOSING_TIME = "T21:00:00.000Z";

const OPENING_TIME = Date.parse(`${OPENING}T00:00:00Z`);
const MS_A_DAY = 86_400_000;

/** Every day from the opening to `until`, and whether exchanges trade on it. */
export function daysUntil(until: Day): { date: Day; trading: boolean }[] {
  return Array.from({ length: Math.max(0, daysBetween(OPENING, until) + 1) }, (_, count) => {
    const date = dayOf(OPENING_TIME + count * MS_A_DAY);
    return { date, trading: isTradingDay(date, count) };
  });
}

/**
 * Whether exchanges trade: not on weekends, nor on New Year's Day or Christmas Day.
 *
 * @param count days since the opening
 */
function isTradingDay(day: Day, count: number): boolean {
  const weekday = ((count % 7) + 7) % 7;
  return weekday < 5 && !day.endsWith("-01-01") && !day.endsWith("-12-25");
}

/** The day itself when exchanges trade, else the next on which they do. */
export function tradingDayFrom(day: Day): Day {
  let next = day;
  while (!isTradingDay(next, daysBetween(OPENING, next))) next = addDays(next, 1);
  return next;
}

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"] as const;

/** The ends of the calendar quarters from the market's opening to a day, oldest first. */
export function quarterEnds(until: Day): Day[] {
  const ends: Day[] = [];
  for (let year = Number(OPENING.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    ends.push(...QUARTER_ENDS.map((end) => `${year}-${end}`));
  }
  return ends.filter((end) => end <= until);
}

/** The days, up to one, from which a buyer gets no more of a quarter's dividend. */
export function exDividendDays(until: Day): Day[] {
  return quarterEnds(until)
    .map((end) => tradingDayFrom(addDays(end, 46)))
    .filter((day) => day <= until);
}

/** The month some months before that of a day, `YYYY-MM`. */
export function monthBefore(day: Day, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const month = String((count % 12) + 1).padStart(2, "0");
  return `${Math.floor(count / 12)}-${month}`;
}

/** A trading day of a month (`YYYY-MM`), or the first after it where its end is a weekend. */
export function tradingDayIn(month: string, random: Random): Day {
  return tradingDayFrom(`${month}-${String(random.whole(1, 28)).padStart(2, "0")}`);
}
