import { describe, expect, it } from "vitest";
import { afterEvent, partsAtStart, percentOf } from "#core/contest/parts.ts";

const strategy = {
  type: "strategy_ended",
  sharpe: 1,
  totalReturn: 0.1,
  failure: null,
  code: null,
  answer: null,
  at: 5,
} as const;

describe("how far authors have come", () => {
  it("is known of each alone, and leaves what was known before as it was", () => {
    const before = partsAtStart(["a", "b"]);
    const after = afterEvent(before, { ...strategy, node: "a" });
    expect(after.get("a")?.end).toEqual({ at: 5, failure: null });
    expect(after.get("b")).toBe(before.get("b"));
    expect(before.get("a")?.end).toBeNull();
  });

  it("is not changed by what others do", () => {
    const before = partsAtStart(["a"]);
    expect(afterEvent(before, { ...strategy, node: "toString" })).toBe(before);
  });

  it("is 99 percent with every author done, as something may follow, and 0 with nobody to wait for", () => {
    expect(percentOf(afterEvent(partsAtStart(["a"]), { ...strategy, node: "a" }))).toBe(99);
    expect(percentOf(partsAtStart([]))).toBe(0);
  });

  it("counts an author that failed as done", () => {
    const failed = { ...strategy, node: "a", failure: "no function" };
    expect(percentOf(afterEvent(partsAtStart(["a", "b"]), failed))).toBe(50);
  });
});
