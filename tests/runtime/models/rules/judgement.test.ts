import { describe, expect, it } from "vitest";
import { judge } from "#runtime/models/rules/judgement.ts";
import { observation, remark } from "#runtime/models/rules/observation.ts";

const seen = (...signals: number[]) => signals.map((signal) => observation("So it is.", signal));

describe("judge", () => {
  it("is neutral without confidence where nothing counts", () => {
    expect(judge([remark("So it is.")], 1)).toEqual({ stance: "neutral", confidence: 0 });
  });

  it("takes the sign of the mean for the stance beyond 0.15", () => {
    expect(judge(seen(0.16), 1).stance).toBe("bullish");
    expect(judge(seen(0.15), 1).stance).toBe("neutral");
    expect(judge(seen(-0.16), 1).stance).toBe("bearish");
  });

  it("is surest, at 0.9, where all evidence is known, strong and agrees", () => {
    expect(judge(seen(1, 0.8, 0.7), 1).confidence).toBe(0.9);
  });

  it("is less sure of evidence that disagrees", () => {
    expect(judge(seen(1, 1, -0.8), 1).confidence).toBeLessThan(
      judge(seen(0.4, 0.4, 0.4), 1).confidence,
    );
  });

  it("is surer of quiet than of loud evidence that cancels out", () => {
    expect(judge(seen(0, 0), 1).confidence).toBeGreaterThan(judge(seen(1, -1), 1).confidence);
  });

  it("is half as sure where half of the facts are known", () => {
    expect(judge(seen(1), 0.5).confidence).toBe(judge(seen(1), 1).confidence / 2);
  });
});
