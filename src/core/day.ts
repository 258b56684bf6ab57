import { z } from "zod";
import { DeskError, quoted } from "./errors.ts";

/** A calendar day, `YYYY-MM-DD`. Compares as text. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;

/** Whether the text is a day that exists (2025-02-30 does not). */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(time) === text;
}

export const daySchema = z.string().refine(isDay, "not a date of the form YYYY-MM-DD");

/** The UTC day of a time in epoch milliseconds. */
export function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

/** A day some days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY);
}

/**
 * A day some calendar months later (earlier when negative); the month's last where it has no such day.
 *
 * @example addMonths("2024-01-31", 1) // "2024-02-29"
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_A_DAY);
}

const EARLIEST = "1970-01-01";

/**
 * Reads an as-of date as typed.
 *
 * @throws DeskError `usage` when it is no date, before 1970 or after `today`
 */
export function parseAsOf(text: string, today: Day): Day {
  if (!isDay(text)) {
    throw new DeskError(
      "usage",
      `date ${quoted(text)} is not a day of the form YYYY-MM-DD, such as ${today}.`,
    );
  }
  if (text > today) {
    throw new DeskError("usage", `date "${text}" is in the future; the latest is today, ${today}.`);
  }
  if (text < EARLIEST) {
    throw new DeskError("usage", `date "${text}" is before ${EARLIEST}, the earliest known.`);
  }
  return text;
}
