import { describe, expect, it } from "vitest";
import { type Review, reviewSchema } from "#core/debate.ts";
import { type Reviewer, reviewers } from "#core/role.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import {
  argued,
  deskRequest,
  filled,
  imagined,
  planned,
  reviewed,
  type Talk,
} from "../debate-desk.ts";
import { conversation, day, days, percent, usd, type Values } from "../desk.ts";

const calm: Values = {
  "price.close": usd(100),
  "price.support_20": usd(92),
  "price.resistance_20": usd(103),
  "risk.volatility_1y": percent(22),
  "risk.value_at_risk_95": percent(2),
  "risk.max_drawdown_1y": percent(-18),
};
const dangerous: Values = {
  ...calm,
  "risk.volatility_1y": percent(62),
  "risk.value_at_risk_95": percent(5),
  "risk.max_drawdown_1y": percent(-45),
  "calendar.next_earnings": day("2026-11-27"),
  "calendar.days_to_earnings": days(7),
};

const review = (role: Reviewer, talk: Talk, values = calm): Promise<Review> =>
  filled(role, reviewSchema, deskRequest(imagined([], values), talk));

const all = (talk: Talk, values = calm) =>
  Promise.all(reviewers.map((role) => review(role, talk, values)));

describe("reviewer", () => {
  it("takes more where the reward pays for it, if it is bold, and the middle if it is even", async () => {
    const [bold, even, careful] = await all({ plan: planned() });
    expect(bold).toMatchObject({ verdict: "change", size: 9 });
    expect(even).toMatchObject({ verdict: "change", size: 7.5 });
    expect(careful).toMatchObject({ verdict: "approve", size: 6 });
    expect(bold?.argument).toContain(
      "The way from 100.00 USD to the target at 112.00 USD is 12.00 % and to the stop at 95.00 USD 5.00 %, a reward to risk of 2.40",
    );
  });

  it("cuts for swings, bad days, deep falls and near earnings, if it is careful", async () => {
    const [, , careful] = await all({ plan: planned() }, dangerous);
    // 6 % x 0.5 for the earnings x 0.75 for each of the three others.
    expect(careful).toMatchObject({ verdict: "change", size: 1.3 });
    expect(careful?.argument).toContain(
      "at the plan's size of 6 % of a portfolio, that is 0.30 % of the whole",
    );
    expect(careful?.argument).toContain("The report on 2026-11-27, in 7 days,");
  });

  it("rejects what risks more than it can win, if it is careful", async () => {
    const levels = { entry: 100, stop: 95, target: 102, currency: "USD" };
    const [bold, , careful] = await all({ plan: planned({ levels }) });
    expect(careful).toMatchObject({ verdict: "reject", size: 0 });
    expect(bold).toMatchObject({ verdict: "change", size: 4.5 });
  });

  it("goes no further than one and a half of the largest position", async () => {
    const [bold] = await all({ plan: planned({ size: 90 }) });
    expect(bold?.size).toBe(15);
  });

  it("approves of a hold and says when it would end", async () => {
    const levels = { entry: 100, stop: null, target: null, currency: "USD" };
    const plan = planned({ action: "hold", size: 0, levels });
    for (const { verdict, size, argument } of await all({ plan })) {
      expect({ verdict, size }).toEqual({ verdict: "approve", size: 0 });
      expect(argument).toContain("to stay out is right for now");
    }
    expect((await review("aggressive_reviewer", { plan })).argument).toContain(
      "A close above 103.00 USD or below 92.00 USD, the range of 20 bars, would be the time to act.",
    );
  });

  it("weighs whether the plan goes with the side that was surer", async () => {
    const debate = [
      argued("bull_researcher", 1, "It rises.", 0.3),
      argued("bear_researcher", 1, "It falls.", 0.7),
    ];
    const { size, argument } = await review("conservative_reviewer", { plan: planned(), debate });
    expect(size).toBe(3);
    expect(argument).toContain("0.70 against 0.30, and the plan goes the other way.");
  });

  it("answers the other that is furthest off, and goes a quarter of the way to both", async () => {
    const plan = planned();
    const [bold, even, careful] = await all({ plan }, dangerous);
    const said = { argument: "", size: 0, verdict: "reject" } as const;
    const reviews = [
      reviewed("aggressive_reviewer", 1, bold ?? said),
      reviewed("neutral_reviewer", 1, even ?? said),
      reviewed("conservative_reviewer", 1, careful ?? said),
    ];
    const { size, argument } = await review("conservative_reviewer", { plan, reviews }, dangerous);
    expect(argument).toContain(
      "Before the second round the aggressive reviewer would take 9 % and says “The way from 100.00 USD",
    );
    expect(argument).toContain("Against that stands one thing more: a volatility of");
    // 1.3 + (mean of 9 and 5.1 - 1.3) / 4, of unrounded sizes
    expect(size).toBe(2.7);
  });

  it("answers a review in words of its own by its first sentence", async () => {
    const other = {
      verdict: "change",
      size: 2,
      argument: "Too **large** by far. Cut it.",
    } as const;
    const reviews = [reviewed("neutral_reviewer", 1, other)];
    const { argument } = await review("aggressive_reviewer", { plan: planned(), reviews });
    expect(argument).toContain("would take 2 % and says “Too large by far”.");
  });

  it("rejects where there is no plan, and takes no position", async () => {
    for (const { verdict, size, argument } of await all({})) {
      expect({ verdict, size }).toEqual({ verdict: "reject", size: 0 });
      expect(argument).toContain("has no plan to review, so nothing should be put on.");
    }
  });

  it("reviews a plan without facts, levels and debate", async () => {
    const levels = { entry: null, stop: null, target: null, currency: null };
    const [bold, , careful] = await all({ plan: planned({ levels }) }, {});
    expect(bold).toMatchObject({ verdict: "approve", size: 6 });
    expect(careful).toMatchObject({ verdict: "reject", size: 0 });
  });

  it("reviews in prose where no form is bound", async () => {
    const request = deskRequest(imagined([], calm), { plan: planned() });
    const answer = await createRulesModel().invoke(conversation("neutral_reviewer", request));
    expect(answer.text).toMatch(/^\*\*Change\*\*, 7\.5 % of a portfolio\./);
  });
});
