import { describe, expect, it } from "vitest";
import { type Decision, decisionSchema } from "#core/decision.ts";
import {
  argued,
  deskRequest,
  filled,
  imagined,
  planned,
  reviewed,
  type Talk,
} from "../debate-desk.ts";
import { usd } from "../desk.ts";

const desk = imagined(
  [
    ["market", "bullish", 0.7, "**In short:** it rises."],
    ["news", "bullish", 0.7, "**In short:** the news helps."],
    ["risk", "bearish", 0.3, "**In short:** it swings."],
  ],
  { "price.close": usd(100), atr_14: usd(4) },
);

const decide = (talk: Talk = {}, more: readonly string[] = []): Promise<Decision> =>
  filled("portfolio_manager", decisionSchema, deskRequest(desk, talk, more));

const debate = (bull: number, bear: number) => [
  argued("bull_researcher", 1, "Demand is strong. More follows.", bull),
  argued("bear_researcher", 1, "Margins will not last. More follows.", bear),
];
const said = (size: number, verdict: "approve" | "change" | "reject") => ({
  size,
  verdict,
  argument: "So it is.",
});
const plan = planned();

describe("decision after a debate", () => {
  it("moves its confidence by a tenth of the lead in conviction", async () => {
    const { confidence } = await decide();
    expect((await decide({ debate: debate(0.8, 0.3) })).confidence).toBeCloseTo(confidence + 0.05);
    expect((await decide({ debate: debate(0.3, 0.8) })).confidence).toBeCloseTo(confidence - 0.05);
  });

  it("loses a little for each reviewer who at last rejects the plan", async () => {
    const { confidence } = await decide({ plan });
    const reviews = [
      reviewed("aggressive_reviewer", 1, said(0, "reject")),
      reviewed("conservative_reviewer", 1, said(0, "reject")),
      reviewed("aggressive_reviewer", 2, said(6, "approve")),
      reviewed("conservative_reviewer", 2, said(0, "reject")),
    ];
    expect((await decide({ plan, reviews })).confidence).toBeCloseTo(confidence - 0.03);
  });

  it("names whose argument carried, and where the views overrule it", async () => {
    expect((await decide({ debate: debate(0.8, 0.3) })).thesis).toContain(
      "In the debate the bull researcher's argument carried, with a conviction of 0.80 against the bear researcher's 0.30.",
    );
    expect((await decide({ debate: debate(0.3, 0.8) })).thesis).toContain(
      "In the debate the bear researcher's argument carried, with a conviction of 0.80 against the bull researcher's 0.30, but the views go first.",
    );
    expect((await decide({ debate: debate(0.5, 0.5) })).thesis).toContain(
      "In the debate neither researcher carried, both with a conviction of 0.50.",
    );
  });

  it("has the losing side's strongest point among its risks", async () => {
    const { risks } = await decide({ debate: debate(0.8, 0.3) });
    expect(risks).toContain("The bear's strongest point may yet decide: margins will not last.");
  });

  it("heeds the most careful objection while it is not sure", async () => {
    const reviews = [
      reviewed("aggressive_reviewer", 1, said(9, "change")),
      reviewed("neutral_reviewer", 1, said(5, "change")),
      reviewed("conservative_reviewer", 1, said(2, "change")),
    ];
    const { thesis } = await decide({ plan, reviews });
    expect(thesis).toContain(
      "The conservative reviewer's objection is heeded: 2 % of a portfolio rather than the plan's 6 %.",
    );
  });

  it("says where nobody objects, or no objection is for less", async () => {
    const approving = ["aggressive_reviewer", "conservative_reviewer"] as const;
    const reviews = approving.map((speaker) => reviewed(speaker, 1, said(6, "approve")));
    expect((await decide({ plan, reviews })).thesis).toContain(
      "Both reviewers approve of the plan, which takes 6 % of a portfolio.",
    );
    const more = [reviewed("aggressive_reviewer", 1, said(9, "change"))];
    expect((await decide({ plan, reviews: more })).thesis).toContain(
      "No reviewer's objection is heeded",
    );
  });

  it("takes the plan's levels only where its reviewers let it stand", async () => {
    const own = (await decide()).levels;
    const approved = [reviewed("neutral_reviewer", 1, said(6, "approve"))];
    const rejected = [reviewed("neutral_reviewer", 1, said(0, "reject"))];
    expect((await decide({ plan, reviews: approved })).levels).toEqual(plan.levels);
    expect((await decide({ plan, reviews: rejected })).levels).toEqual(own);
    const sold = planned({ action: "sell" });
    expect((await decide({ plan: sold, reviews: approved })).levels).toEqual(own);
  });

  it("reads a researcher's silence as somebody missing", async () => {
    const gaps = [
      "<gaps>\n- bear_researcher, round 1: none (timeout)\n- trader: none (model_error)\n</gaps>",
    ];
    const decision = await decide({ debate: debate(0.8, 0.3).slice(0, 1) }, gaps);
    expect(decision.risks).toContain(
      "Missing from the desk: bear researcher in the first round (timeout) and trader (model error).",
    );
    expect(decision.thesis).not.toContain("In the debate");
    expect(decision.confidence).toBe((await decide()).confidence);
  });
});
