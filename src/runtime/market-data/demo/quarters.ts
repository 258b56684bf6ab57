import type { Day } from "#core/day.ts";
import {
  type Books,
  DEPRECIATION,
  fittingRevenue,
  openingBooks,
  type Quarter,
  workingCapital,
} from "./books.ts";
import { type PriceRun, priceAt } from "./prices.ts";
import { seededRandom } from "./random.ts";
import { reportsOf } from "./reports.ts";
import { roundTo } from "./round.ts";
import { type Traits, traitsOf } from "./traits.ts";

const TAX = 0.21;
const QUARTERLY_INTEREST = 0.0125;
const LEAST_CASH = 0.3;
/** How fast a business drifts to the size that its price speaks of. */
const DRIFT = 0.15;

/**
 * The quarters of the company behind a ticker that end by a day, oldest first, in double entry:
 * assets less liabilities are equity in each, and cash moves by what the cash flow says.
 */
export function quartersOf(symbol: string, run: PriceRun, until: Day): Quarter[] {
  const traits = traitsOf(symbol);
  const random = seededRandom(`${symbol} quarters`);
  const quarters: Quarter[] = [];
  let last: Books = openingBooks(traits, run.bars[0]?.close ?? 0);

  for (const { quarterEnd: end, date: reported, surprise } of reportsOf(symbol, until)) {
    const price = priceAt(run, end);
    const aim = fittingRevenue(traits, price, last.shares) / last.revenue - 1;
    const growth = traits.quarterlyGrowth + DRIFT * aim + 0.015 * random.normal();
    const revenue = Math.round(last.revenue * (1 + Math.min(0.12, Math.max(-0.1, growth))));
    const interest = Math.round(last.debt * QUARTERLY_INTEREST);
    const margin = traits.netMargin / (1 - TAX) + 0.012 * random.normal();
    const operatingIncome = Math.round(revenue * margin) + interest;
    const cost = revenue - operatingIncome - Math.round(revenue * traits.overhead);
    const pretax = operatingIncome - interest;
    const netIncome = pretax - Math.round(Math.max(0, pretax) * TAX);

    const depreciation = Math.round(last.fixedAssets * DEPRECIATION);
    const stockCompensation = Math.round(revenue * traits.stockCompensation);
    const capital = workingCapital(traits, revenue);
    const tiedUp = netOf(capital) - netOf(last);
    const operatingCashFlow = netIncome + depreciation + stockCompensation - tiedUp;
    const capitalExpenditure = -Math.round(revenue * traits.capitalSpending);
    const dividendsPaid = -Math.round(last.shares * dividendsBetween(run, last.end, end));
    const left = Math.max(0, operatingCashFlow + capitalExpenditure + dividendsPaid);
    const bought = Math.floor((left * traits.buyback) / price);
    const repurchases = -Math.round(bought * price);
    const shares = last.shares - bought;

    const earned = operatingCashFlow + capitalExpenditure + dividendsPaid + repurchases;
    const borrowed = newDebt(traits, last, earned, revenue);
    const quarter = {
      end,
      reported,
      surprise,
      revenue,
      cost,
      operatingIncome,
      interest,
      netIncome,
      depreciation,
      stockCompensation,
      operatingCashFlow,
      capitalExpenditure,
      repurchases,
      dividendsPaid,
      cash: last.cash + earned + borrowed,
      ...capital,
      fixedAssets: last.fixedAssets - capitalExpenditure - depreciation,
      debt: last.debt + borrowed,
      equity: last.equity + netIncome + stockCompensation + repurchases + dividendsPaid,
      shares,
      eps: roundTo(netIncome / shares, 2),
    };
    quarters.push(quarter);
    last = quarter;
  }
  return quarters;
}

/** Borrows what cash lacks; pays back what stands above the company's usual debt. */
function newDebt(traits: Traits, last: Books, earned: number, revenue: number): number {
  const spare = last.cash + earned - Math.round(LEAST_CASH * revenue);
  if (spare < 0) return -spare;
  const excess = last.debt - Math.round(4 * revenue * traits.leverage);
  return -Math.max(0, Math.min(excess, spare));
}

function dividendsBetween({ dividends }: PriceRun, after: Day, until: Day): number {
  return dividends
    .filter(({ date }) => after < date && date <= until)
    .reduce((sum, { amount }) => sum + amount, 0);
}

function netOf({ receivables, inventory, payables }: ReturnType<typeof workingCapital>): number {
  return receivables + inventory - payables;
}
