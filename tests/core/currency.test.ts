import { describe, expect, it } from "vitest";
import { inWholeUnit, wholeUnit } from "#core/currency.ts";

describe("the whole unit of a currency", () => {
  it("is the pound where prices are in pence, and the currency itself where they are not", () => {
    const units = ["GBp", "GBX", "ZAc", "ILA", "GBP", "USD", null].map(wholeUnit);
    expect(units).toEqual(["GBP", "GBP", "ZAR", "ILS", "GBP", "USD", null]);
  });

  it("holds a hundred of a fraction that prices are in", () => {
    expect(inWholeUnit(500, "GBp")).toBe(5);
    expect(inWholeUnit(500, "GBP")).toBe(500);
    expect(inWholeUnit(500, null)).toBe(500);
  });
});
