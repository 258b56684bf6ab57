import type { Session } from "./candle.ts";
import type { Day } from "./day.ts";
import { instantOf, isTimeZone } from "./zoned-time.ts";

/** Where a day ends last. */
const ANYWHERE: Session = { timeZone: "-12:00", closesAt: "24:00" };

/**
 * When a day's bar is whole and public, ISO 8601: at the exchange's close, by the clock of its own
 * time zone. Where trading goes on all day it is the day's last millisecond. In a zone that is not
 * known, a day is over when it is over everywhere.
 */
export function barAvailableAt(day: Day, session: Session): string {
  const { timeZone, closesAt } = session;
  if (timeZone === null || !isTimeZone(timeZone)) return barAvailableAt(day, ANYWHERE);
  const close = instantOf(day, closesAt, timeZone);
  return new Date(closesAt === "24:00" ? close - 1 : close).toISOString();
}
