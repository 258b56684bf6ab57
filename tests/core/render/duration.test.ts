import { describe, expect, it } from "vitest";
import { duration } from "#core/render/duration.ts";

describe("a length of time", () => {
  it.each([
    [null, "unknown"],
    [0, "0.0 ms"],
    [0.42, "0.4 ms"],
    [9.94, "9.9 ms"],
    [10, "10 ms"],
    [999.4, "999 ms"],
    [1_000, "1.00 s"],
    [1_234, "1.23 s"],
    [65_000, "65.00 s"],
  ])("of %s ms reads %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
