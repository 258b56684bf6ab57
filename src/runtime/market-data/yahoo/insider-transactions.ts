import type { InsiderTransaction } from "#core/company.ts";
import { dayOf } from "#core/day.ts";
import { publicBy } from "./public-by.ts";
import type { Summary } from "./schemas/summary.ts";

/** Form 4 is due on the second business day (SEC rule 16a-3(g)): five days with a long weekend. */
const FILING_LAG_DAYS = 5;

/** Dealings of a company's insiders, newest first. One without a day or a name is left out. */
export function insiderTransactionsOf(
  { insiderTransactions }: Summary,
  now: number,
): InsiderTransaction[] {
  const dealings = (insiderTransactions?.transactions ?? []).flatMap((sent) => {
    if (sent.startDate === null || sent.filerName === null) return [];
    const date = dayOf(sent.startDate);
    return [
      {
        date,
        name: sent.filerName,
        relation: sent.filerRelation,
        kind: kindOf(sent.transactionText),
        shares: sent.shares,
        value: sent.value,
        text: sent.transactionText,
        availableAt: publicBy(date, FILING_LAG_DAYS, now).availableAt,
      },
    ];
  });
  return dealings.sort((a, b) => (a.date > b.date ? -1 : 1));
}

/** Gifts, grants and conversions of options are neither. */
function kindOf(text: string | null): InsiderTransaction["kind"] {
  if (/^sale\b/i.test(text ?? "")) return "sell";
  return /^(purchase|buy)\b/i.test(text ?? "") ? "buy" : "other";
}
