import { daysBetween } from "#core/day.ts";
import { type Evidence, type Quantity, sameCurrency } from "./evidence.ts";
import { distance, isNothing, percent as percentText } from "./wording.ts";

/** One line of a statement in two periods a year apart. */
interface PeriodChange {
  readonly now: Quantity;
  readonly before: Quantity;
  /** In percent; null where the earlier amount is zero or negative and a percentage means nothing. */
  readonly percent: number | null;
}

const YEAR_DAYS = { least: 330, most: 400 };

/**
 * How a line of a statement changed between two rows of it (0 is the newest); null where either is
 * unknown, the currencies differ, or the rows do not lie a year apart.
 *
 * @example changeOverAYear(evidence, "income.quarterly", "total_revenue", 0, 4)
 */
export function changeOverAYear(
  evidence: Evidence,
  statement: string,
  line: string,
  newer: number,
  older: number,
): PeriodChange | null {
  const now = evidence.number(`${statement}.${newer}.${line}`);
  const before = evidence.number(`${statement}.${older}.${line}`);
  if (now === null || before === null || !sameCurrency(now, before)) return null;
  if (now.day === null || before.day === null) return null;
  const days = daysBetween(before.day, now.day);
  if (days < YEAR_DAYS.least || days > YEAR_DAYS.most) return null;
  return { now, before, percent: before.value > 0 ? distance(now.value, before.value) : null };
}

/** @example changed("Revenue", change) // "Revenue grew 6.43 % to 416.16B USD" */
export function changed(what: string, { now, percent }: PeriodChange): string {
  if (percent === null) return `${what} was ${now.text}`;
  if (isNothing(percent)) return `${what} stood still at ${now.text}`;
  return `${what} ${percent > 0 ? "grew" : "shrank"} ${percentText(percent)} to ${now.text}`;
}
