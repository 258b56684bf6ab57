import { type Day, daysBetween } from "../day.ts";

const DAYS_A_YEAR = 365.25;

/** Less than a quarter taken to the power of a year says more of chance than of growth. */
const FEWEST_DAYS = 90;

/**
 * The growth a year that makes one amount another in the time, as a fraction.
 *
 * @returns null under 90 days, and from nothing
 */
export function annualGrowth(first: number, last: number, from: Day, to: Day): number | null {
  const days = daysBetween(from, to);
  if (days < FEWEST_DAYS) return null;
  const growth = (last / first) ** (DAYS_A_YEAR / days) - 1;
  return Number.isFinite(growth) ? growth : null;
}
