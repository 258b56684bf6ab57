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

/** The lines that a split changes: amounts a share, and counts of shares. */
export const shareLines: ReadonlySet<string> = new Set(["dilutedEPS", "ordinarySharesNumber"]);

/** One filed statement. A line that the filing does not have is null. */
export interface Statement {
  readonly kind: StatementKind;
  readonly period: StatementPeriod;
  readonly periodEnd: Day;
  readonly currency: string | null;
  readonly lines: Readonly<Record<string, number | null>>;
  /** When it became public, ISO 8601. */
  readonly availableAt: string;
  /** Whether that is the period's end and a lag (filing-lag.ts), for want of a filing date. */
  readonly dateAssumed: boolean;
  /**
   * Whether the figures are as the source states them on a day after the one asked for, so that
   * later restatements may be in them, and later splits in those of {@link shareLines}.
   */
  readonly statedLater: boolean;
  readonly source: string;
}
