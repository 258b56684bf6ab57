import { z } from "zod";
import type { Day } from "#core/day.ts";
import { IN_LATER_SHARES } from "#core/later-shares.ts";
import {
  type Statement,
  type StatementKind,
  type StatementPeriod,
  shareLines,
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
    const shown = all.slice(0, PERIODS[period]);
    return {
      source: newest.source,
      facts: shown.flatMap(lines),
      notices: shown.some(({ statedLater }) => statedLater) ? [restated(symbol, asOf)] : [],
    };
  },
};

/** A notice and no note, since it is of all figures alike. */
function restated(symbol: string, asOf: Day): string {
  return `${symbol}: the source states the figures of statements as they stand since; restatements after ${asOf} may be in them.`;
}

function lines(filed: Statement, index: number): Finding[] {
  const { kind, period, periodEnd, currency, availableAt, dateAssumed } = filed;
  const span = `${period === "annual" ? "year" : "quarter"} to ${periodEnd}`;
  const assumed = `assumed public from ${availableAt.slice(0, 10)}`;
  const when = kind === "balance" ? `end of the ${span}` : span;
  return statementLines[kind].map((line) => {
    const value = filed.lines[line] ?? null;
    return {
      path: `${kind}.${period}.${index}.${snakeCase(line)}`,
      label: `${lineLabels[line]}, ${when}`,
      value,
      unit: line === "ordinarySharesNumber" ? "shares" : "currency",
      currency,
      asOf: periodEnd,
      availableAt,
      note: value === null ? whyNone(filed, line) : dateAssumed ? assumed : null,
    };
  });
}

/** Why a line is null; null where the source does not give it. */
function whyNone({ statedLater }: Statement, line: string): string | null {
  return statedLater && shareLines.has(line) ? IN_LATER_SHARES : null;
}
