import { describe, expect, it } from "vitest";
import { clip, clipStart } from "#core/render/columns.ts";

describe("clipping to columns", () => {
  it.each([
    ["abcdef", 4, "abcd", "cdef"],
    ["abc", 10, "abc", "abc"],
    ["漢字かな", 5, "漢字", "かな"],
    ["a漢b", 3, "a漢", "漢b"],
    ["😀😀😀", 3, "😀", "😀"],
    ["éñü…", 2, "éñ", "ü…"],
    ["abc", 0, "", ""],
    ["abc", -5, "", ""],
  ])("of %j to %d keeps %j from its start and %j from its end", (text, columns, start, end) => {
    expect(clip(text, columns)).toBe(start);
    expect(clipStart(text, columns)).toBe(end);
  });
});
