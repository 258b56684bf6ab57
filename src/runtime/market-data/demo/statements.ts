import type { Statement, StatementKind, StatementPeriod, statementLines } from "#core/statement.ts";
import type { Quarter } from "./books.ts";
import { CLOSING_TIME } from "./calendar.ts";
import type { Instrument } from "./instrument.ts";
import { roundTo } from "./round.ts";
import { SOURCE } from "./source.ts";

const WANTED: Readonly<Record<StatementPeriod, number>> = { annual: 4, quarterly: 5 };

/** The statements filed of these quarters (oldest first), newest first. A year is its quarters. */
export function statementsOf(
  { wholeCurrency }: Instrument,
  quarters: readonly Quarter[],
  kind: StatementKind,
  period: StatementPeriod,
): Statement[] {
  const spans = period === "annual" ? fullYears(quarters) : quarters.map((quarter) => [quarter]);
  return spans
    .slice(-WANTED[period])
    .reverse()
    .flatMap((span) => {
      const last = span.at(-1);
      if (last === undefined) return [];
      return {
        kind,
        period,
        periodEnd: last.end,
        currency: wholeCurrency,
        lines: linesOf[kind](span, last),
        availableAt: `${last.reported}${CLOSING_TIME}`,
        dateAssumed: false,
        statedLater: false,
        source: SOURCE,
      };
    });
}

/** The calendar years of which all four quarters are there. */
function fullYears(quarters: readonly Quarter[]): Quarter[][] {
  const years = Map.groupBy(quarters, ({ end }) => end.slice(0, 4));
  return [...years.values()].filter((year) => year.length === 4);
}

type Lines<K extends StatementKind> = Record<(typeof statementLines)[K][number], number>;

const linesOf = {
  income: (span): Lines<"income"> => {
    const revenue = total(span, "revenue");
    const cost = total(span, "cost");
    const operatingIncome = total(span, "operatingIncome");
    return {
      totalRevenue: revenue,
      costOfRevenue: cost,
      grossProfit: revenue - cost,
      operatingIncome,
      netIncome: total(span, "netIncome"),
      dilutedEPS: roundTo(total(span, "eps"), 2),
      interestExpense: total(span, "interest"),
      EBITDA: operatingIncome + total(span, "depreciation"),
    };
  },
  balance: (_span, last): Lines<"balance"> => {
    const currentAssets = last.cash + last.receivables + last.inventory;
    return {
      totalAssets: currentAssets + last.fixedAssets,
      totalLiabilities: last.payables + last.debt,
      stockholdersEquity: last.equity,
      cashAndShortTermInvestments: last.cash,
      totalDebt: last.debt,
      netDebt: last.debt - last.cash,
      currentAssets,
      currentLiabilities: last.payables,
      inventory: last.inventory,
      ordinarySharesNumber: last.shares,
    };
  },
  cashflow: (span): Lines<"cashflow"> => {
    const operatingCashFlow = total(span, "operatingCashFlow");
    const capitalExpenditure = total(span, "capitalExpenditure");
    return {
      operatingCashFlow,
      capitalExpenditure,
      freeCashFlow: operatingCashFlow + capitalExpenditure,
      repurchaseOfCapitalStock: total(span, "repurchases"),
      cashDividendsPaid: total(span, "dividendsPaid"),
      stockBasedCompensation: total(span, "stockCompensation"),
    };
  },
} satisfies Record<
  StatementKind,
  (span: readonly Quarter[], last: Quarter) => Record<string, number>
>;

type Flow = {
  [K in keyof Quarter]: Quarter[K] extends number ? K : never;
}[keyof Quarter];

/** The sum of a flow over some quarters. */
export function total(span: readonly Quarter[], flow: Flow): number {
  return span.reduce((sum, quarter) => sum + quarter[flow], 0);
}
