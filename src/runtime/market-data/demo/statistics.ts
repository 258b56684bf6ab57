import type { RecommendationCount, Statistics } from "#core/company.ts";
import { addDays, type Day } from "#core/day.ts";
import type { Quarter } from "./books.ts";
import type { Instrument } from "./instrument.ts";
import { opinionMean, targetsOf } from "./opinions.ts";
import type { PriceRun } from "./prices.ts";
import { roundTo } from "./round.ts";
import { total } from "./statements.ts";
import { traitsOf } from "./traits.ts";

/** What statistics are worked out from, all as of one day. */
interface Position {
  readonly asOf: Day;
  /** In the price's units, as targets are; the rest is in whole units of the currency. */
  readonly price: number;
  readonly run: PriceRun;
  /** The reported quarters, oldest first. */
  readonly quarters: readonly Quarter[];
  /** Opinions of the month. */
  readonly opinions: RecommendationCount;
}

/**
 * Key statistics that follow from the price and the statements, where a year is the four newest
 * reported quarters. What divides by nothing or by a loss is null; so are all of them until there
 * is a year and the quarter before it.
 */
export function statisticsOf(instrument: Instrument, position: Position): Statistics | null {
  const { quarters, opinions } = position;
  const before = quarters.at(-5);
  const newest = quarters.at(-1);
  if (before === undefined || newest === undefined) return null;

  const year = quarters.slice(-4);
  const price = position.price / instrument.subunits;
  const traits = traitsOf(instrument.symbol);
  const growth = 4 * traits.quarterlyGrowth;
  const revenue = total(year, "revenue");
  const netIncome = total(year, "netIncome");
  const operatingIncome = total(year, "operatingIncome");
  const trailingEps = roundTo(total(year, "eps"), 2);
  const forwardEps = roundTo(trailingEps * (1 + growth), 2);
  const trailingPE = over(price, trailingEps);
  const dividend = dividendOfYear(position) / instrument.subunits;
  const currentAssets = newest.cash + newest.receivables + newest.inventory;
  const marketCap = Math.round(price * newest.shares);
  const enterpriseValue = marketCap + newest.debt - newest.cash;

  return {
    marketCap,
    enterpriseValue,
    trailingPE,
    forwardPE: over(price, forwardEps),
    pegRatio: trailingPE === null ? null : over(trailingPE, 100 * growth),
    priceToBook: over(marketCap, newest.equity),
    priceToSales: over(marketCap, revenue),
    enterpriseToEbitda: over(enterpriseValue, operatingIncome + total(year, "depreciation")),
    beta: roundTo(instrument.beta, 2),
    trailingEps,
    forwardEps,
    dividendYield: over(dividend, price),
    payoutRatio: over(dividend, trailingEps),
    profitMargin: over(netIncome, revenue),
    grossMargin: over(revenue - total(year, "cost"), revenue),
    operatingMargin: over(operatingIncome, revenue),
    returnOnEquity: over(netIncome, newest.equity),
    returnOnAssets: over(netIncome, currentAssets + newest.fixedAssets),
    revenueGrowth: over(newest.revenue - before.revenue, before.revenue),
    earningsGrowth: over(newest.eps - before.eps, before.eps),
    currentRatio: over(currentAssets, newest.payables),
    debtToEquity: over(newest.debt, newest.equity),
    totalCash: newest.cash,
    totalDebt: newest.debt,
    freeCashFlow: total(year, "operatingCashFlow") + total(year, "capitalExpenditure"),
    sharesOutstanding: newest.shares,
    sharesShortOfFloat: roundTo(traits.sharesShort, 4),
    heldByInsiders: roundTo(traits.heldByInsiders, 4),
    heldByInstitutions: roundTo(traits.heldByInstitutions, 4),
    ...targetsOf(instrument.symbol, position.run, position.asOf),
    analystCount: traits.analysts,
    recommendationMean: roundTo(opinionMean(opinions), 2),
  };
}

function over(amount: number, base: number): number | null {
  return base > 0 ? roundTo(amount / base, 4) : null;
}

function dividendOfYear({ run, asOf }: Position): number {
  const yearAgo = addDays(asOf, -365);
  return run.dividends
    .filter(({ date }) => yearAgo < date)
    .reduce((sum, { amount }) => sum + amount, 0);
}
