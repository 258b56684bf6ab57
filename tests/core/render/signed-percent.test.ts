import { describe, expect, it } from "vitest";
import { signedPercent } from "#core/render/signed-percent.ts";

describe("a signed percentage", () => {
  it.each([
    [4.2, "+4.20 %"],
    [0.01, "+0.01 %"],
    [-0.5, "-0.50 %"],
    [0, "0.00 %"],
    [0.004, "0.00 %"],
    [-0.004, "0.00 %"],
  ])("of %d is %s: what rounds to nothing has no direction", (value, text) => {
    expect(signedPercent(value)).toBe(text);
  });
});
