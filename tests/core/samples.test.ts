import { describe, expect, it } from "vitest";
import type { Decision } from "#core/decision.ts";
import { drawFrom } from "#core/samples.ts";

function decided(action: Decision["action"], confidence: number, thesis = "It is so."): Decision {
  return {
    action,
    confidence,
    horizon: "3m",
    thesis,
    risks: [],
    levels: { entry: null, stop: null, target: null, currency: null },
  };
}

describe("the decision of several samples", () => {
  it("is that of most, stated by the sample of middling confidence", () => {
    const { chosen, samples } = drawFrom(
      [
        decided("buy", 0.5),
        decided("sell", 0.9, "It falls."),
        decided("buy", 0.3, "The middle one."),
        decided("buy", 0.2),
        decided("hold", 0.4, "It rests."),
      ],
      5,
    );
    expect(chosen).toMatchObject({ action: "buy", confidence: 0.3, thesis: "The middle one." });
    expect(samples).toEqual({
      asked: 5,
      decided: 5,
      agreement: 0.6,
      actions: { buy: 3, hold: 1, sell: 1 },
      confidence: { lowest: 0.2, median: 0.4, highest: 0.9 },
      minority: [
        { action: "sell", confidence: 0.9, horizon: "3m", thesis: "It falls." },
        { action: "hold", confidence: 0.4, horizon: "3m", thesis: "It rests." },
      ],
    });
  });

  it("has, of an even number, the mean of the middle two as its median confidence", () => {
    const four = [0.4, 0.7, 0.5, 0.6].map((confidence) => decided("buy", confidence));
    const [first = decided("buy", 0), ...more] = four;
    expect(drawFrom([first, ...more], 4).samples.confidence.median).toBe(0.55);
  });

  it("goes, of equally many, to those with more confidence behind them", () => {
    const { chosen } = drawFrom([decided("buy", 0.3), decided("sell", 0.4)], 2);
    expect(chosen.action).toBe("sell");
  });

  it("counts a sample that failed as asked, and as agreeing with none", () => {
    const { samples } = drawFrom([decided("hold", 0.4)], 3);
    expect(samples).toMatchObject({ asked: 3, decided: 1, agreement: 0.33, minority: [] });
  });
});
