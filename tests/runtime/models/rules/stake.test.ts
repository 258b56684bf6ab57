import { describe, expect, it } from "vitest";
import { arrangeEvidence } from "#runtime/models/rules/evidence.ts";
import { levelText, stakeOf } from "#runtime/models/rules/stake.ts";

const levels = { entry: 100, stop: 95, target: 120, currency: "USD" };

describe("stakeOf", () => {
  it("is the way to the stop and to the target in percent of the entry, and their ratio", () => {
    const stake = stakeOf("buy", levels);
    expect(stake?.risk).toBeCloseTo(5, 10);
    expect(stake?.gain?.reward).toBeCloseTo(20, 10);
    expect(stake?.gain?.ratio).toBeCloseTo(4, 10);
    const sold = stakeOf("sell", { ...levels, stop: 104, target: 90 });
    expect(sold?.gain?.ratio).toBeCloseTo(2.5, 10);
  });

  it("is none for a hold, without a stop and with one on the wrong side", () => {
    expect(stakeOf("hold", levels)).toBeNull();
    expect(stakeOf("buy", { ...levels, stop: null })).toBeNull();
    expect(stakeOf("sell", levels)).toBeNull();
  });

  it("has no gain without a target and with one on the wrong side", () => {
    expect(stakeOf("buy", { ...levels, target: null })?.gain).toBeNull();
    expect(stakeOf("buy", { ...levels, target: 99 })?.gain).toBeNull();
  });
});

describe("levelText", () => {
  it("gives a yield its percent, an index its points, a share its currency", () => {
    const about = (symbol: string) => arrangeEvidence([], { symbol, asOf: null });
    const none = { ...levels, currency: null };
    expect(levelText(2.86, none, about("^TNX"))).toBe("2.86 %");
    expect(levelText(5691.11, none, about("^GSPC"))).toBe("5691.11");
    expect(levelText(95, levels, about("ACME"))).toBe("95.00 USD");
  });
});
