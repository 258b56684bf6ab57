import { describe, expect, it } from "vitest";
import { roughDuration } from "#core/render/rough-duration.ts";

describe("an estimated length of time", () => {
  it.each([
    [0, "0 s"],
    [12_400, "12 s"],
    [59_600, "1 min"],
    [3_072_490, "51 min"],
    [3_599_000, "1 h"],
    [7_500_000, "2 h 5 min"],
    [90_000_000, "25 h"],
  ])("of %s ms reads %s", (ms, text) => {
    expect(roughDuration(ms)).toBe(text);
  });
});
