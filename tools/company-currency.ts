import type { Company } from "#core/company.ts";
import { wholeUnit } from "#core/currency.ts";

/**
 * The currency of what a source states now in the price's currency and now in the statements',
 * without saying which: earnings a share, estimates, enterprise value. Known where the two are one,
 * else null.
 */
export function undividedCurrency({ currency, financialCurrency }: Company): string | null {
  return wholeUnit(currency) === financialCurrency ? financialCurrency : null;
}
