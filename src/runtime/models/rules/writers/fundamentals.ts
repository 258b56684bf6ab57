import type { AnalystWriter, Essential } from "../analyst-writer.ts";
import { across } from "../turning.ts";
import { balanceSheet } from "./fundamentals/balance-sheet.ts";
import { cash } from "./fundamentals/cash.ts";
import { earningsRecord } from "./fundamentals/earnings-record.ts";
import { growth } from "./fundamentals/growth.ts";
import { profitability } from "./fundamentals/profitability.ts";
import { valuation } from "./fundamentals/valuation.ts";

/** The statements that cannot be done without, and a line of each. */
const STATEMENTS = [
  ["income", "annual", "total_revenue"],
  ["income", "quarterly", "total_revenue"],
  ["balance", "quarterly", "total_debt"],
  ["cashflow", "annual", "free_cash_flow"],
] as const;

/** Reads the business: valuation, growth, profitability, balance sheet, cash, earnings record. */
export const fundamentals: AnalystWriter = {
  verdict: (symbol) => ({
    bullish: `the business of ${symbol} speaks for its stock`,
    neutral: `the business of ${symbol} speaks neither for nor against its stock`,
    bearish: `the business of ${symbol} speaks against its stock`,
  }),
  essentials: [
    { path: "stats.market_cap", tool: "get_key_statistics", companyOnly: true },
    ...STATEMENTS.map(
      ([kind, period, line]): Essential => ({
        path: `${kind}.${period}.0.${line}`,
        tool: "get_statement",
        args: { kind, period },
        companyOnly: true,
      }),
    ),
  ],
  topics: [valuation, growth, profitability, balanceSheet, cash, earningsRecord],
  wouldChange({ number }, stance) {
    const yearAgo = number("income.quarterly.3.total_revenue");
    const flow = number("cashflow.annual.0.free_cash_flow");
    const conditions = [
      ...(yearAgo === null
        ? []
        : [
            `revenue of the next quarter ${across(stance)} ${yearAgo.text}, that of the same quarter a year before`,
          ]),
      ...(flow === null
        ? []
        : [`free cash flow of the next year ${across(stance)} ${flow.text}, that of the last`]),
    ];
    return conditions.length === 0 ? null : conditions.join(", or ");
  },
};
