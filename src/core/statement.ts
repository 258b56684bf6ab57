import { z } from "zod";
import type { Day } from "./day.ts";

export const statementKinds = ["income", "balance", "cashflow"] as const;
export const statementPeriods = ["annual", "quarterly"] as const;

export const statementKindSchema = z.enum(statementKinds);
export const statementPeriodSchema = z.enum(statementPeriods);

export type StatementKind = z.infer<typeof statementKindSchema>;
export type StatementPeriod = z.infer<typeof statementPeriodSchema>;

/** The lines read of each statement, in the company's reporting currency unless the name says shares. */
export const statementLines = {
  income: [
    "totalRevenue",
    "costOfRevenue",
    "grossProfit",
    "operatingIncome",
    "netIncome",
    "dilutedEPS",
    "interestExpense",
    "EBITDA",
  ],
  balance: [
    "totalAssets",
    "totalLiabilities",
    "stockholdersEquity",
    "cashAndShortTermInvestments",
    "totalDebt",
    "netDebt",
    "currentAssets",
    "currentLiabilities",
    "inventory",
    "ordinarySharesNumber",
  ],
  cashflow: [
    "operatingCashFlow",
    "capitalExpenditure",
    "freeCashFlow",
    "repurchaseOfCapitalStock",
    "cashDividendsPaid",
    "stockBasedCompensation",
  ],
} as const satisfies Record<StatementKind, readonly string[]>;

/** One filed statement. A line that the filing does not have is null. */
export interface Statement {
  readonly kind: StatementKind;
  readonly period: StatementPeriod;
  readonly periodEnd: Day;
  readonly currency: string | null;
  readonly lines: Readonly<Record<string, number | null>>;
  /**
   * When it became public, ISO 8601. Where the source gives no filing date: the period's end plus
   * the lag that filing rules allow (see {@link filingLagDays}).
   */
  readonly availableAt: string;
  readonly source: string;
}

/**
 * Days after a period's end by which a statement is surely public: 10-Q within 40-45 days, 10-K
 * within 60-90 (SEC Form 10-Q and 10-K, general instruction A).
 */
export const filingLagDays: Readonly<Record<StatementPeriod, number>> = {
  annual: 90,
  quarterly: 45,
};
