import type { InsiderTransaction } from "#core/company.ts";
import { addDays, type Day } from "#core/day.ts";
import { CLOSING_TIME, monthBefore, tradingDayIn } from "./calendar.ts";
import { type PriceRun, priceAt } from "./prices.ts";
import { type Random, seededRandom } from "./random.ts";

const MONTHS = 7;
const DAYS = 183;
/** Form 4 is due on the second business day. */
const FILING_LAG_DAYS = 2;

interface Insider {
  readonly name: string;
  readonly relation: string;
}

const INSIDERS: readonly [Insider, ...Insider[]] = [
  { name: "Chief Executive (demo)", relation: "Chief Executive Officer" },
  { name: "Chief Financial Officer (demo)", relation: "Chief Financial Officer" },
  { name: "Director (demo)", relation: "Director" },
];

/** What insiders bought and sold within six months, as far as it was filed; newest first. */
export function insiderTransactionsOf(
  symbol: string,
  run: PriceRun,
  asOf: Day,
): InsiderTransaction[] {
  const months = Array.from({ length: MONTHS }, (_, ago) => monthBefore(asOf, ago));
  return months
    .flatMap((month) => {
      const random = seededRandom(`${symbol} insiders ${month}`);
      return Array.from({ length: random.whole(0, 2) }, () => transactionIn(month, run, random));
    })
    .filter(
      ({ date, availableAt }) => addDays(asOf, -DAYS) <= date && availableAt.slice(0, 10) <= asOf,
    )
    .sort((a, b) => b.date.localeCompare(a.date));
}

function transactionIn(month: string, run: PriceRun, random: Random): InsiderTransaction {
  const date = tradingDayIn(month, random);
  const { name, relation } = random.pick(INSIDERS);
  const kind = random.uniform() < 0.35 ? "buy" : "sell";
  const shares = 100 * random.whole(5, 400);
  const price = priceAt(run, date);
  return {
    date,
    name,
    relation,
    kind,
    shares,
    value: Math.round(shares * price),
    text: `${kind === "buy" ? "Purchase" : "Sale"} at about ${price.toFixed(2)} per share`,
    availableAt: `${addDays(date, FILING_LAG_DAYS)}${CLOSING_TIME}`,
  };
}
