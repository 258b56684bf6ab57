import type { InsiderTransaction } from "#core/company.ts";
import { addDays, type Day } from "#core/day.ts";
import { IN_LATER_SHARES } from "#core/later-shares.ts";
import { absenceNotices } from "../company-absence.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { symbolSchema } from "../symbol-schema.ts";

/** Half a year. */
const RECENT_DAYS = 182;
const SHOWN = 5;

const KINDS = [
  ["buy", "buys", "bought"],
  ["sell", "sells", "sold"],
] as const;

/** What insiders bought and sold over six months, and their latest transactions. */
export const insiderTransactions: FactToolDefinition<{ symbol: string }> = {
  name: "get_insider_transactions",
  description: "Insiders' purchases and sales of a company's stock over six months.",
  schema: symbolSchema,
  async find({ symbol }, { market, asOf, options }) {
    const company = await market.company({ symbol, asOf }, options);
    const { source, insiderTransactions: all, statedLater } = company;
    const notices = absenceNotices(company, ["insiderTransactions"], asOf);
    if (all.length === 0) return { source, facts: [], notices };
    const facts = [...sums(all, asOf, statedLater), ...all.slice(0, SHOWN).map(transactionFact)];
    return { source, asOf, facts, notices };
  },
};

function sums(all: readonly InsiderTransaction[], asOf: Day, statedLater: boolean): Finding[] {
  const recent = all.filter(({ date }) => date >= addDays(asOf, -RECENT_DAYS));
  return KINDS.flatMap(([kind, plural, past]): Finding[] => {
    const shares = recent.filter((row) => row.kind === kind).map((row) => row.shares);
    const known = shares.filter((count) => count !== null);
    const unknown = shares.length - known.length;
    return [
      {
        path: `insider.${plural}_6m`,
        label: `Insider ${plural}, 6 months`,
        value: shares.length,
        unit: "count",
      },
      {
        path: `insider.shares_${past}_6m`,
        label: `Shares that insiders ${past}, 6 months`,
        value: unknown > 0 ? null : known.reduce((sum, count) => sum + count, 0),
        unit: "shares",
        note: unknown > 0 ? whyNoSum(unknown, plural, statedLater) : null,
      },
    ];
  });
}

function whyNoSum(unknown: number, plural: string, statedLater: boolean): string {
  return statedLater
    ? IN_LATER_SHARES
    : `of ${unknown} of the ${plural} the number of shares is not given`;
}

function transactionFact(transaction: InsiderTransaction, index: number): Finding {
  const { name, relation, text, kind, shares, date, availableAt } = transaction;
  const parts = [name, relation, text || kind, shares === null ? null : `${shares} shares`];
  return {
    path: `insider.${index}`,
    label: "Insider transaction",
    value: parts.filter((part) => part !== null && part !== "").join(", "),
    unit: "text",
    asOf: date,
    availableAt,
  };
}
