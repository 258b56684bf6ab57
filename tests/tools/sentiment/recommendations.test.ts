import { describe, expect, it } from "vitest";
import type { RatingChange } from "#core/company.ts";
import { addDays } from "#core/day.ts";
import { ask } from "../../helpers/fact-tools.ts";
import { fakeCompany, fakeMarket, TODAY } from "../../helpers/fake-market.ts";

const NAME = "get_recommendations";
const args = { symbol: "ACME" };

function change(daysAgo: number, action: RatingChange["action"]): RatingChange {
  const date = addDays(TODAY, -daysAgo);
  const availableAt = `${date}T12:00:00.000Z`;
  return { date, firm: "Blue Research", from: "Hold", to: "Buy", action, availableAt };
}

describe("recommendations", () => {
  it("count the analysts of each opinion, now and in the three months before", async () => {
    const { at, paths } = await ask(fakeMarket(), NAME, args);
    expect(paths.filter((path) => path.startsWith("recommendations."))).toHaveLength(20);
    expect(at("recommendations.0.strong_buy")).toMatchObject({
      label: "Analysts saying strong buy, now",
      value: 5,
      unit: "count",
    });
    expect(at("recommendations.1.buy").label).toBe("Analysts saying buy, 1 month ago");
    expect(at("recommendations.3.buy")).toMatchObject({
      label: "Analysts saying buy, 3 months ago",
      value: 9,
    });
  });

  it("of more than three months ago are left out", async () => {
    const [month] = fakeCompany.recommendations;
    if (month === undefined) throw new Error("there is a month");
    const recommendations = [3, 4, 5].map((monthsAgo) => ({ ...month, monthsAgo }));
    const { paths } = await ask(fakeMarket({ company: { recommendations } }), NAME, args);
    expect(paths.filter((path) => /recommendations\.[45]/.test(path))).toEqual([]);
  });

  it("count upgrades and downgrades of ninety days, the ninetieth included", async () => {
    const ratingChanges = [
      change(0, "upgrade"),
      change(5, "maintained"),
      change(90, "upgrade"),
      change(90, "downgrade"),
      change(91, "upgrade"),
      change(91, "downgrade"),
    ];
    const { at } = await ask(fakeMarket({ company: { ratingChanges } }), NAME, args);
    expect(at("ratings.upgrades_90d")).toMatchObject({ value: 2, asOf: TODAY });
    expect(at("ratings.downgrades_90d")).toMatchObject({ value: 1, asOf: TODAY });
  });

  it("count nothing where all changes are older, and nothing can be counted without any", async () => {
    const old = fakeMarket({ company: { ratingChanges: [change(200, "upgrade")] } });
    expect((await ask(old, NAME, args)).at("ratings.upgrades_90d").value).toBe(0);
    const none = await ask(fakeMarket({ company: { ratingChanges: [] } }), NAME, args);
    expect(none.paths.filter((path) => path.startsWith("ratings."))).toEqual([]);
    expect(none.notices).toEqual(["ACME: the source has no rating changes for this instrument."]);
  });

  it("tell the five latest changes, each of its day", async () => {
    const ratingChanges = [1, 2, 3, 4, 5, 6].map((daysAgo) => change(daysAgo, "upgrade"));
    const { at, paths } = await ask(fakeMarket({ company: { ratingChanges } }), NAME, args);
    expect(paths.filter((path) => /^ratings\.\d$/.test(path))).toHaveLength(5);
    expect(at("ratings.0")).toMatchObject({
      value: "Blue Research: Hold -> Buy (upgrade)",
      unit: "text",
      asOf: "2024-06-27",
      availableAt: "2024-06-27T12:00:00.000Z",
    });
  });

  it.each([
    [null, "Buy", "Blue Research: Buy (upgrade)"],
    ["", "Buy", "Blue Research: Buy (upgrade)"],
    ["Buy", "Buy", "Blue Research: Buy (upgrade)"],
    ["Buy", null, "Blue Research: Buy (upgrade)"],
    [null, null, "Blue Research: no grade (upgrade)"],
  ])("tell a change from %j to %j in words", async (from, to, words) => {
    const ratingChanges = [{ ...change(1, "upgrade"), from, to }];
    const { at } = await ask(fakeMarket({ company: { ratingChanges } }), NAME, args);
    expect(at("ratings.0").value).toBe(words);
  });
});
