import { describe, expect, it } from "vitest";
import { stepWords } from "#core/contest/render/step-words.ts";

describe("what an author is at", () => {
  it("is told of every step", () => {
    const steps = ["write", "check", "dry_run", "backtest"];
    const words = steps.map((step) => stepWords(step, null));
    expect(words).toEqual(["writing", "checking", "dry run", "backtesting"]);
  });

  it("is a repair where it writes again", () => {
    expect(stepWords("write", "checking")).toBe("repairing");
    expect(stepWords("check", "repairing")).toBe("checking");
  });

  it("is not known of a step that is none", () => {
    expect(stepWords("toString", null)).toBeNull();
  });
});
