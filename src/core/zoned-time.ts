import { addDays, type Day } from "./day.ts";

const MS_A_MINUTE = 60_000;

/** Whether a time zone is known here: an IANA name, or an offset from UTC such as "+11:00". */
export function isTimeZone(timeZone: string): boolean {
  try {
    return formatOf(timeZone) !== null;
  } catch {
    return false;
  }
}

/** The calendar day and the time of day, `HH:MM`, that a time in epoch milliseconds is in a zone. */
export function localTime(
  time: number,
  timeZone: string,
): { readonly day: Day; readonly at: string } {
  const local = new Date(time + offsetAt(time, timeZone)).toISOString();
  return { day: local.slice(0, 10), at: local.slice(11, 16) };
}

/**
 * Epoch milliseconds of a time of a day in a zone.
 *
 * @param at `HH:MM`; "24:00" is the midnight that ends the day
 */
export function instantOf(day: Day, at: string, timeZone: string): number {
  const local = at === "24:00" ? midnight(addDays(day, 1)) : Date.parse(`${day}T${at}:00Z`);
  // Twice, since the first guess may lie on the other side of a change of the clocks.
  const guess = local - offsetAt(local, timeZone);
  return local - offsetAt(guess, timeZone);
}

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one takes a hundred times as long as to use it, and there are a few hundred zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  formats.set(timeZone, made);
  return made;
}

/** How far a zone's clocks are ahead of UTC at a time, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const name = formatOf(timeZone)
    .formatToParts(time)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MS_A_MINUTE;
  return sign === "-" ? -ahead : ahead;
}
