import { describe, expect, it } from "vitest";
import { repairWords } from "#core/contest/render/repair-words.ts";

const failure = { step: "check", reason: "bad_strategy", message: "no function" } as const;

describe("a repair", () => {
  it("is told of a strategy that was mended", () => {
    expect(repairWords({ repaired: true, failure: null })).toBe(
      "Its first answer could not be run; this one was written after it was told why.",
    );
  });

  it("is not told as a success where the second failed too", () => {
    expect(repairWords({ repaired: true, failure })).toBe(
      "Its first answer could not be run; its second, written after it was told why, failed too.",
    );
  });

  it.each(["model_error", "timeout", "budget"] as const)(
    "is told of no second answer where it ended for another reason: %s",
    (reason) => {
      const words = repairWords({ repaired: true, failure: { ...failure, reason } });
      expect(words).toBe(
        "Its first answer could not be run, and asking for a second one came to nothing.",
      );
    },
  );

  it("is not told where there was none", () => {
    expect(repairWords({ repaired: false, failure })).toBeNull();
    expect(repairWords({ repaired: false, failure: null })).toBeNull();
  });
});
