import { describe, expect, it } from "vitest";
import { undividedCurrency } from "#tools/company-currency.ts";
import { fakeCompany } from "../helpers/fake-market.ts";

describe("the currency of a company's figures", () => {
  it.each([
    ["USD", "USD", "USD"],
    ["GBp", "GBP", "GBP"],
    ["USD", "TWD", null],
    ["GBp", "USD", null],
    ["USD", null, null],
    [null, "USD", null],
    [null, null, null],
  ])(
    "of prices in %s and statements in %s is %s for what may be in either",
    (price, filed, one) => {
      const company = { ...fakeCompany, currency: price, financialCurrency: filed };
      expect(undividedCurrency(company)).toBe(one);
    },
  );
});
