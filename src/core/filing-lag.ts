import { type Day, daysBetween } from "./day.ts";
import type { StatementPeriod } from "./statement.ts";

/**
 * Whether a company may file by the rules of another country than the US: listed abroad, as Yahoo's
 * suffix says (BP.L, but not BRK-B), or not reporting in dollars.
 */
export function filesAbroad(symbol: string, currency: string | null): boolean {
  return symbol.includes(".") || currency !== "USD";
}

/** Where a company files, and whether the period ends its fiscal year. */
interface Filer {
  readonly abroad: boolean;
  readonly endsFiscalYear: boolean;
}

const LAGS = {
  /** 10-Q within 40 to 45 days, 10-K within 60 to 90 (SEC, general instruction A of both forms). */
  domestic: { year: 90, quarter: 45 },
  /** Four months and three: the EU's Transparency Directive, articles 4 and 5, and Form 20-F. */
  abroad: { year: 120, quarter: 90 },
} as const;

/**
 * Days after a period's end by which a statement is surely public. The last quarter of a year has no
 * filing of its own: it is told with the year.
 */
export function filingLagDays(period: StatementPeriod, { abroad, endsFiscalYear }: Filer): number {
  const { year, quarter } = LAGS[abroad ? "abroad" : "domestic"];
  return period === "annual" || endsFiscalYear ? year : quarter;
}

/** Fiscal years of 52 or 53 weeks end some days off the month's end that sources state. */
const NEAR_DAYS = 10;
const DAYS_A_YEAR = 365.25;

/** Whether a period's end is that of a fiscal year, given that of any; true where none is known. */
export function endsFiscalYear(periodEnd: Day, yearEnd: Day | null): boolean {
  if (yearEnd === null) return true;
  const apart = Math.abs(daysBetween(periodEnd, yearEnd)) % DAYS_A_YEAR;
  return Math.min(apart, DAYS_A_YEAR - apart) <= NEAR_DAYS;
}
