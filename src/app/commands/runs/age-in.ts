import { DeskError, quoted } from "#core/errors.ts";
import type { Saying } from "../../said.ts";

const HOUR_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = {
  h: HOUR_MS,
  d: 24 * HOUR_MS,
  w: 7 * 24 * HOUR_MS,
};

/**
 * An age of hours, days or weeks, in ms.
 *
 * @throws DeskError `usage` when it is none, or less than an hour
 */
export function ageIn({ value, by }: Saying): number {
  const [, count, unit = ""] = /^([1-9]\d{0,4})([hdw])$/.exec(String(value)) ?? [];
  const ms = Number(count) * (UNITS[unit] ?? Number.NaN);
  if (!Number.isNaN(ms)) return ms;
  throw new DeskError(
    "usage",
    `${by}: ${quoted(String(value))} is not an age of at least an hour, such as 12h, 30d or 4w.`,
  );
}
