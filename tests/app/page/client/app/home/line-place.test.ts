import { describe, expect, it } from "vitest";
import { lineSpan } from "#app/page/client/app/home/line-place.ts";

const text = "name: x\nagents:\n  - a";

describe("a line's place in a text", () => {
  it.each([
    [1, "name: x"],
    [3, "  - a"],
    [9, ""],
  ])("of line %i holds %j", (line, held) => {
    const { from, to } = lineSpan(text, line);
    expect(text.slice(from, to)).toBe(held);
  });
});
