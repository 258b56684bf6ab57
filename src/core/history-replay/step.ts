import { addDays, addMonths, type Day } from "../day.ts";
import { DeskError, quoted } from "../errors.ts";

/** How far one day of a grid is from the next. */
export interface Step {
  /** 1 or more. */
  readonly count: number;
  readonly unit: "d" | "w" | "m";
}

const STEP = /^(\d{1,3})([dwm])$/;

/**
 * Reads days, weeks or calendar months as typed: `21d`, `3w`, `1m`.
 *
 * @param by what it was said with, such as "--every"
 * @throws DeskError `usage` when it is none, or 0
 */
export function parseStep(text: string, by: string): Step {
  const [, digits, letter] = STEP.exec(text) ?? [];
  const count = Number(digits);
  if (count >= 1 && (letter === "d" || letter === "w" || letter === "m")) {
    return { count, unit: letter };
  }
  throw new DeskError(
    "usage",
    `${by}: ${quoted(text)} is no step. Write 1 to 999 days, weeks or months: 21d, 3w or 1m.`,
  );
}

/** A step as it is typed. */
export function stepText({ count, unit }: Step): string {
  return `${count}${unit}`;
}

/** The day so many steps after another. Months are counted from the first, so that no short one shifts the rest. */
export function stepsFrom(day: Day, { count, unit }: Step, steps: number): Day {
  if (unit === "m") return addMonths(day, steps * count);
  return addDays(day, steps * count * (unit === "w" ? 7 : 1));
}
