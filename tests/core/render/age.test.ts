import { describe, expect, it } from "vitest";
import { age } from "#core/render/age.ts";

describe("an age", () => {
  it.each([
    [-5_000, "0 s"],
    [59_999, "59 s"],
    [60_000, "1 min"],
    [7_199_999, "1 h"],
    [86_400_000, "1 d"],
    [40 * 86_400_000, "40 d"],
  ])("of %d ms is told in its largest unit: %s", (ms, text) => {
    expect(age(ms)).toBe(text);
  });
});
