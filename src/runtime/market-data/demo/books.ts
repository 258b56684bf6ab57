import type { Day } from "#core/day.ts";
import type { Traits } from "./traits.ts";

/** Where a company stands at the end of a quarter. Money in whole units of its currency. */
export interface Books {
  readonly end: Day;
  readonly revenue: number;
  readonly cash: number;
  readonly receivables: number;
  readonly inventory: number;
  readonly fixedAssets: number;
  readonly payables: number;
  readonly debt: number;
  readonly equity: number;
  readonly shares: number;
}

/** A quarter with all that happened in it; what is paid out is negative. */
export interface Quarter extends Books {
  /** When it was reported. */
  readonly reported: Day;
  readonly surprise: number;
  readonly cost: number;
  readonly operatingIncome: number;
  readonly interest: number;
  readonly netIncome: number;
  readonly depreciation: number;
  readonly stockCompensation: number;
  readonly operatingCashFlow: number;
  readonly capitalExpenditure: number;
  readonly repurchases: number;
  readonly dividendsPaid: number;
  /** Net income over shares, to the cent. */
  readonly eps: number;
}

/** Shares of a quarter's fixed assets and revenue. */
export const DEPRECIATION = 0.025;
const RECEIVABLES = 0.5;
const PAYABLES = 0.7;

/** The books that a company opens with: no more equity than half a year's revenue. */
export function openingBooks(traits: Traits, price: number): Books {
  const { shares } = traits;
  const revenue = Math.round(fittingRevenue(traits, price, shares));
  const capital = workingCapital(traits, revenue);
  const fixedAssets = Math.round((revenue * traits.capitalSpending) / DEPRECIATION);
  const debt = Math.round(4 * revenue * traits.leverage);
  const equity = 2 * revenue;
  const { receivables, inventory, payables } = capital;
  const cash = equity + debt + payables - receivables - inventory - fixedAssets;
  return { end: "", revenue, cash, ...capital, fixedAssets, debt, equity, shares };
}

/** What a quarter's business ties up: owed by customers, on the shelf, owed to suppliers. */
export function workingCapital(traits: Traits, revenue: number) {
  return {
    receivables: Math.round(revenue * RECEIVABLES),
    inventory: Math.round(revenue * traits.inventory),
    payables: Math.round(revenue * PAYABLES),
  };
}

/** A quarter's revenue at which the price is the company's usual multiple of earnings. */
export function fittingRevenue(traits: Traits, price: number, shares: number): number {
  return (price * shares) / (4 * traits.earningsMultiple * traits.netMargin);
}
