import { describe, expect, it } from "vitest";
import { absenceNotices } from "#tools/company-absence.ts";
import { fakeCompany, TODAY } from "../helpers/fake-market.ts";

describe("the notices of what is absent of a company", () => {
  it("are none where every part is there", () => {
    expect(absenceNotices(fakeCompany, ["profile", "earnings", "calendar"], TODAY)).toEqual([]);
  });

  it("name in one sentence all that the source does not have", () => {
    const company = { ...fakeCompany, earnings: [], calendar: null };
    expect(absenceNotices(company, ["profile", "earnings", "calendar"], TODAY)).toEqual([
      "ACME: the source has no earnings history and no earnings calendar for this instrument.",
    ]);
  });

  it("tell what is withheld from what there is not", () => {
    const company = {
      ...fakeCompany,
      statistics: null,
      recommendations: [],
      ratingChanges: [],
      withheld: ["statistics", "recommendations"] as const,
    };
    const parts = ["statistics", "recommendations", "ratingChanges"] as const;
    expect(absenceNotices(company, parts, TODAY)).toEqual([
      "ACME: withheld from a run as of 2024-06-28, being of later days: key statistics and analyst recommendations.",
      "ACME: the source has no rating changes for this instrument.",
    ]);
  });

  it("keep to the parts that were asked about", () => {
    const company = { ...fakeCompany, profile: null, withheld: ["profile"] as const };
    expect(absenceNotices(company, ["statistics"], TODAY)).toEqual([]);
  });
});
