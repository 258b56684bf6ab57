import { z } from "zod";
import {
  type Statement,
  type StatementKind,
  type StatementPeriod,
  statementKindSchema,
  statementLines,
  statementPeriodSchema,
} from "#core/statement.ts";
import { tickerSchema } from "#core/ticker.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { lineLabels } from "./line-labels.ts";
import { snakeCase } from "./snake-case.ts";

/** How many periods are shown: five quarters reach back to the year-ago one. */
const PERIODS: Readonly<Record<StatementPeriod, number>> = { annual: 4, quarterly: 5 };

const NAMES: Readonly<Record<StatementKind, string>> = {
  income: "income statement",
  balance: "balance sheet",
  cashflow: "cash flow statement",
};

/** One kind of statement over the last periods, newest first (0). */
export const statement: FactToolDefinition<{
  symbol: string;
  kind: StatementKind;
  period: StatementPeriod;
}> = {
  name: "get_statement",
  description: "Income statement, balance sheet or cash flow of a company, annual or quarterly.",
  schema: z.object({
    symbol: tickerSchema,
    kind: statementKindSchema,
    period: statementPeriodSchema,
  }),
  async find({ symbol, kind, period }, { market, asOf, options }) {
    const all = await market.statements({ symbol, asOf, kind, period }, options);
    const [newest] = all;
    if (newest === undefined) {
      const notice = `${symbol}: the source has no ${period} ${NAMES[kind]} up to ${asOf}.`;
      return { source: market.name, facts: [], notices: [notice] };
    }
    return { source: newest.source, facts: all.slice(0, PERIODS[period]).flatMap(lines) };
  },
};

function lines(filed: Statement, index: number): Finding[] {
  const { kind, period, periodEnd, currency, availableAt } = filed;
  const span = `${period === "annual" ? "year" : "quarter"} to ${periodEnd}`;
  const when = kind === "balance" ? `end of the ${span}` : span;
  return statementLines[kind].map((line) => ({
    path: `${kind}.${period}.${index}.${snakeCase(line)}`,
    label: `${lineLabels[line]}, ${when}`,
    value: filed.lines[line] ?? null,
    unit: line === "ordinarySharesNumber" ? "shares" : "currency",
    currency,
    asOf: periodEnd,
    availableAt,
  }));
}
