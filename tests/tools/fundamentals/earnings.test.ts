import { describe, expect, it } from "vitest";
import { addDays } from "#core/day.ts";
import { IN_LATER_SHARES } from "#core/later-shares.ts";
import { ask } from "../../helpers/fact-tools.ts";
import { fakeCompany, fakeMarket } from "../../helpers/fake-market.ts";

const NAME = "get_earnings";
const args = { symbol: "ACME" };

describe("earnings", () => {
  it("are of their quarter's end and public from their report", async () => {
    const { at } = await ask(fakeMarket(), NAME, args);
    expect(at("earnings.0.eps_actual")).toMatchObject({
      label: "Earnings a share, quarter to 2024-03-31",
      value: 2.1,
      currency: "USD",
      asOf: "2024-03-31",
      availableAt: "2024-04-30T20:00:00.000Z",
    });
    expect(at("earnings.0.surprise")).toMatchObject({ value: 5, unit: "percent" });
  });

  it("go back four quarters", async () => {
    const [quarter] = fakeCompany.earnings;
    if (quarter === undefined) throw new Error("there is a quarter");
    const earnings = [0, 1, 2, 3, 4, 5].map((n) => ({
      ...quarter,
      quarterEnd: addDays(quarter.quarterEnd, -91 * n),
    }));
    const { paths } = await ask(fakeMarket({ company: { earnings } }), NAME, args);
    expect(paths.filter((path) => path.endsWith("eps_actual"))).toHaveLength(4);
  });

  it("without a surprise have none: null is no fraction of anything", async () => {
    const earnings = fakeCompany.earnings.map((quarter) => ({ ...quarter, surprise: null }));
    const { at } = await ask(fakeMarket({ company: { earnings } }), NAME, args);
    expect(at("earnings.0.surprise").value).toBeNull();
  });

  it.each([
    ["2024-06-28", 32],
    ["2024-07-30", 0],
    ["2024-07-29", 1],
  ])("as of %s are %i days away", async (asOf, days) => {
    const { at } = await ask(fakeMarket(), NAME, args, asOf);
    expect(at("calendar.days_to_earnings")).toMatchObject({ value: days, unit: "days", asOf });
    expect(at("calendar.next_earnings")).toMatchObject({ value: "2024-07-30", unit: "date" });
  });

  it("of an unknown day are an unknown number of days away", async () => {
    const calendar = {
      nextEarnings: null,
      exDividend: null,
      epsEstimate: null,
      revenueEstimate: null,
    };
    const { at } = await ask(fakeMarket({ company: { calendar } }), NAME, args);
    expect(at("calendar.days_to_earnings").value).toBeNull();
    expect(at("calendar.next_earnings").value).toBeNull();
  });

  it("have no currency where it may be the price's or the statements'", async () => {
    const company = { currency: "USD", financialCurrency: "TWD" };
    const { facts } = await ask(fakeMarket({ company }), NAME, args);
    const money = facts.filter(({ unit }) => unit === "currency");
    expect(money.length).toBeGreaterThan(4);
    for (const fact of money) {
      expect(fact).toMatchObject({
        currency: null,
        note: "the source does not say in what currency",
      });
    }
  });

  it("that are withheld for later splits say so, beside their surprise", async () => {
    const earnings = fakeCompany.earnings.map((quarter) => ({
      ...quarter,
      epsActual: null,
      epsEstimate: null,
    }));
    const later = await ask(fakeMarket({ company: { earnings, statedLater: true } }), NAME, args);
    expect(later.at("earnings.0.eps_actual").note).toBe(IN_LATER_SHARES);
    expect(later.at("earnings.1.eps_estimate").note).toBe(IN_LATER_SHARES);
    expect(later.at("earnings.0.surprise")).toMatchObject({ value: 5, note: null });
    const now = await ask(fakeMarket({ company: { earnings } }), NAME, args);
    expect(now.at("earnings.0.eps_actual").note).toBe("not given by the source");
  });

  it("that are withheld are named, and what is there is given", async () => {
    const company = { calendar: null, withheld: ["calendar"] as const };
    const { paths, notices } = await ask(fakeMarket({ company }), NAME, args);
    expect(paths.every((path) => path.startsWith("earnings."))).toBe(true);
    expect(notices.join()).toMatch(/^ACME: withheld .*: earnings calendar\.$/);
  });
});
