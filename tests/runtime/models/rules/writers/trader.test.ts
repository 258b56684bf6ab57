import { describe, expect, it } from "vitest";
import { type Plan, planSchema } from "#core/debate.ts";
import type { Stance } from "#core/report.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { argued, deskRequest, filled, imagined, type Talk } from "../debate-desk.ts";
import { conversation, usd, type Values } from "../desk.ts";

const values: Values = {
  "price.close": usd(100),
  "price.resistance_20": usd(112),
  "price.support_20": usd(85),
  atr_14: usd(4),
};

function deskOf(stances: readonly Stance[], known: Values = values) {
  const names = ["market", "news", "macro"] as const;
  return imagined(
    stances.map((stance, at) => [names[at] ?? "risk", stance, 0.6, "A report."] as const),
    known,
  );
}

const planOn = (stances: readonly Stance[], talk: Talk = {}, known = values): Promise<Plan> =>
  filled("trader", planSchema, deskRequest(deskOf(stances, known), talk));

const debate = (bull: number, bear: number) => [
  argued("bull_researcher", 1, "It rises.", bull),
  argued("bear_researcher", 1, "It falls.", bear),
];

describe("trader", () => {
  it("plans what the views lean to, sized by stop and conviction, with levels", async () => {
    const talk = { debate: debate(0.8, 0.3) };
    const plan = await planOn(["bullish", "bullish", "neutral"], talk);
    // 0.5 % x 0.8 at risk over a stop 8 % away.
    expect(plan).toMatchObject({ action: "buy", size: 5 });
    expect(plan.levels).toEqual({ entry: 100, stop: 92, target: 112, currency: "USD" });
    expect(plan.reasoning).toContain(
      "From an entry of 100.00 USD the stop at 92.00 USD is 8.00 % away and the target at 112.00 USD 12.00 %, a reward to risk of 1.50.",
    );
    expect(plan.reasoning).toContain(
      "more conviction than the bear researcher, 0.80 against 0.30.",
    );
  });

  it("lets the debate settle what the views leave close, and turn nothing around", async () => {
    const close: Stance[] = ["bullish", "bullish", "bearish"];
    expect((await planOn(close)).action).toBe("buy");
    const held = await planOn(close, { debate: debate(0.1, 0.9) });
    expect(held.action).toBe("hold");
    expect(held.reasoning).toContain("the debate leaves too little of what the views lean to");
    const all = await planOn(["bullish", "bullish", "bullish"], { debate: debate(0, 0.95) });
    expect(all.action).toBe("buy");
  });

  it("sizes by the views' confidence without a debate", async () => {
    expect((await planOn(["bullish", "bullish", "bullish"])).size).toBe(3.8);
  });

  it("takes nothing from a debate with one side", async () => {
    const talk = { debate: debate(0.9, 0.1).slice(0, 1) };
    const plan = await planOn(["bullish", "bullish", "bullish"], talk);
    expect(plan.size).toBe(3.8);
    expect(plan.reasoning).toContain("Only one side of the debate was heard");
  });

  it("takes no position for a hold, nor without a stop", async () => {
    const held = await planOn(["neutral", "neutral", "neutral"]);
    expect(held).toMatchObject({ action: "hold", size: 0 });
    const { atr_14: _, ...stopless } = values;
    const plan = await planOn(["bullish", "bullish", "bullish"], {}, stopless);
    expect(plan).toMatchObject({ action: "buy", size: 0, levels: { stop: null } });
    expect(plan.reasoning).toContain("Without a stop the loss has no bound");
  });

  it("makes a plan of no views and no facts", async () => {
    const plan = await planOn([], {}, {});
    expect(plan).toMatchObject({ action: "hold", size: 0 });
    expect(plan.levels).toEqual({ entry: null, stop: null, target: null, currency: null });
    expect(plan.reasoning).toContain("no analyst has given a view to act on");
  });

  it("plans in prose where no form is bound", async () => {
    const request = deskRequest(deskOf(["bullish", "bullish", "bullish"]));
    const answer = await createRulesModel().invoke(conversation("trader", request));
    expect(answer.text).toMatch(/^\*\*Buy\*\*, 3\.8 % of a portfolio\./);
  });
});
