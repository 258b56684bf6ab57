import { addDays, type Day } from "#core/day.ts";

/**
 * When a datum whose publication has no date was surely public, ISO 8601: some days after the day it
 * is of, or now, since Yahoo tells of it.
 *
 * @param now epoch milliseconds
 */
export function publicBy(
  day: Day,
  lagDays: number,
  now: number,
): { readonly availableAt: string; readonly assumed: boolean } {
  const due = Date.parse(`${addDays(day, lagDays)}T00:00:00Z`);
  return { availableAt: new Date(Math.min(due, now)).toISOString(), assumed: due <= now };
}
