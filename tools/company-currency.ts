import type { Company } from "#core/company.ts";

/** Fractions of a currency that exchanges quote prices in. */
const wholeUnits: Readonly<Record<string, string>> = {
  GBp: "GBP",
  GBX: "GBP",
  ZAc: "ZAR",
  ILA: "ILS",
};

/**
 * The currency that a market value is stated in where prices are quoted in a hundredth of it: a
 * share of 500 GBp belongs to a company worth so many GBP.
 */
export function wholeUnit(currency: string | null): string | null {
  return currency === null ? null : (wholeUnits[currency] ?? currency);
}

/**
 * The currency of what a source states now in the price's currency and now in the statements',
 * without saying which: earnings a share, estimates, enterprise value. Known where the two are one,
 * else null.
 */
export function undividedCurrency({ currency, financialCurrency }: Company): string | null {
  return wholeUnit(currency) === financialCurrency ? financialCurrency : null;
}
