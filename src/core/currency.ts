/** Fractions of a currency that exchanges quote prices in, a hundred to its whole unit. */
const hundredths: Readonly<Record<string, string>> = {
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
  return currency === null ? null : (hundredths[currency] ?? currency);
}

/** An amount of a currency in the whole unit of it: 500 GBp are 5 GBP. */
export function inWholeUnit(amount: number, currency: string | null): number {
  return currency === wholeUnit(currency) ? amount : amount / 100;
}
