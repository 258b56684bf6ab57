import { describe, expect, it } from "vitest";
import { ask } from "../../helpers/fact-tools.ts";
import { fakeCompany, fakeMarket } from "../../helpers/fake-market.ts";

describe("the profile", () => {
  it("says who the company is, as of when the source knew it", async () => {
    const { at, notices } = await ask(fakeMarket(), "get_profile", { symbol: "ACME" });
    expect(at("profile.sector")).toMatchObject({
      value: "Technology",
      asOf: fakeCompany.availableAt,
      availableAt: fakeCompany.availableAt,
    });
    expect(at("profile.employees")).toMatchObject({ value: 4_200, unit: "count" });
    expect(notices).toEqual([]);
  });

  it("is withheld where the source knows it only as of later", async () => {
    const company = { profile: null, withheld: ["profile"] as const };
    const { facts, notices } = await ask(fakeMarket({ company }), "get_profile", {
      symbol: "ACME",
    });
    expect(facts).toEqual([]);
    expect(notices).toEqual([
      "ACME: withheld from a run as of 2024-06-28, being of later days: company profile.",
    ]);
  });
});
