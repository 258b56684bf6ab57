import { describe, expect, it } from "vitest";
import { ask } from "../../helpers/fact-tools.ts";
import { fakeMarket, fakeStatistics } from "../../helpers/fake-market.ts";

const NAME = "get_key_statistics";
const args = { symbol: "ACME" };

describe("the key statistics", () => {
  it("state fractions in percent and ratios as they are", async () => {
    const { at } = await ask(fakeMarket(), NAME, args);
    expect(at("stats.dividend_yield").value).toBeCloseTo(1.2, 10);
    expect(at("stats.earnings_growth").value).toBeCloseTo(-5, 10);
    expect(at("stats.held_by_institutions")).toMatchObject({ value: 61, unit: "percent" });
    expect(at("stats.debt_to_equity")).toMatchObject({ value: 0.6, unit: "multiple" });
    expect(at("stats.trailing_pe")).toMatchObject({ value: 20, unit: "multiple" });
    expect(at("stats.recommendation_mean")).toMatchObject({ value: 2.1, unit: "points" });
  });

  it("leave null what is null: no fraction of nothing, no zero", async () => {
    const unknown = Object.fromEntries(Object.keys(fakeStatistics).map((name) => [name, null]));
    const statistics = { ...fakeStatistics, ...unknown };
    const { facts } = await ask(fakeMarket({ company: { statistics } }), NAME, args);
    expect(facts).toHaveLength(Object.keys(fakeStatistics).length);
    for (const fact of facts) {
      expect(fact).toMatchObject({ value: null, note: "not given by the source" });
    }
  });

  it("keep the price's currency and the statements' apart", async () => {
    const company = { currency: "GBp", financialCurrency: "USD" };
    const { at } = await ask(fakeMarket({ company }), NAME, args);
    const currencyOf = (path: string) => at(`stats.${path}`).currency;
    expect(["target_price_low", "target_price_high"].map(currencyOf)).toEqual(["GBp", "GBp"]);
    expect(currencyOf("market_cap")).toBe("GBP");
    expect(["total_cash", "total_debt", "free_cash_flow"].map(currencyOf)).toEqual([
      "USD",
      "USD",
      "USD",
    ]);
  });

  it("do not guess whether earnings a share are in the price's currency or the statements'", async () => {
    const company = { currency: "USD", financialCurrency: "JPY" };
    const { at } = await ask(fakeMarket({ company }), NAME, args);
    for (const path of ["stats.trailing_eps", "stats.forward_eps", "stats.enterprise_value"]) {
      expect(at(path)).toMatchObject({
        currency: null,
        note: "the source does not say in what currency",
      });
    }
    const pounds = fakeMarket({ company: { currency: "GBp", financialCurrency: "GBP" } });
    expect((await ask(pounds, NAME, args)).at("stats.trailing_eps").currency).toBe("GBP");
  });

  const ofPrice = ["trailing_pe", "forward_pe", "peg_ratio", "price_to_book"];
  const ofValue = ["price_to_sales", "enterprise_to_ebitda"];

  it.each<[string, string | null, readonly string[]]>([
    ["USD", "USD", []],
    ["GBp", "GBP", ofPrice],
    ["GBp", "USD", [...ofPrice, ...ofValue]],
    ["USD", "TWD", [...ofPrice, ...ofValue]],
    ["USD", null, []],
  ])("of prices in %s and statements in %s state no multiple across the two", async (...of) => {
    const [currency, financialCurrency, unstated] = of;
    const { at } = await ask(fakeMarket({ company: { currency, financialCurrency } }), NAME, args);
    for (const name of [...ofPrice, ...ofValue]) {
      const { value, unit, note } = at(`stats.${name}`);
      expect(unit).toBe("multiple");
      expect(value === null).toBe(unstated.includes(name));
      if (value === null) expect(note).toMatch(/^not stated: it would be of \w+ over \w+, /);
    }
    // A ratio within the statements, or one of two of the price's amounts, is of one currency.
    for (const name of ["current_ratio", "debt_to_equity", "profit_margin", "dividend_yield"]) {
      expect(at(`stats.${name}`).value).not.toBeNull();
    }
  });

  it("that are withheld are named", async () => {
    const company = { statistics: null, withheld: ["statistics"] as const };
    const { facts, notices } = await ask(fakeMarket({ company }), NAME, args);
    expect(facts).toEqual([]);
    expect(notices.join()).toMatch(/^ACME: withheld .*: key statistics\.$/);
  });
});
