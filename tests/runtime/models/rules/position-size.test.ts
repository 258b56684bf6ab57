import { describe, expect, it } from "vitest";
import { bareSize, positionSize, sizeText } from "#runtime/models/rules/position-size.ts";

const stake = (risk: number) => ({ entry: 100, stop: 100 - risk, risk, gain: null });

describe("positionSize", () => {
  it("loses half a percent of the portfolio at the stop, with full conviction", () => {
    expect(positionSize(stake(8), 1)).toBe(6.3);
    expect(positionSize(stake(16), 1)).toBe(3.1);
  });

  it("shrinks with the conviction, down to none", () => {
    expect(positionSize(stake(8), 0.5)).toBe(3.1);
    expect(positionSize(stake(8), 0)).toBe(0);
  });

  it("takes a tenth of the portfolio at most, however near the stop", () => {
    expect(positionSize(stake(0.1), 1)).toBe(10);
  });

  it("is written in percent, and in words where there is none", () => {
    expect(sizeText(5.2)).toBe("5.2 % of a portfolio");
    expect(sizeText(0)).toBe("no position");
    expect(bareSize(10)).toBe("10 %");
  });
});
