import { describe, expect, it } from "vitest";
import { jsonCell, tableCell } from "#core/render/table-cell.ts";

describe("a cell of a table", () => {
  it.each([
    ["a|b", String.raw`a\|b`],
    [String.raw`a\|b`, String.raw`a\|b`],
    [String.raw`a\\|b`, String.raw`a\\\|b`],
  ])("ends at no pipe of its text: %s", (text, cell) => {
    expect(tableCell(text)).toBe(cell);
  });

  it("shows what underlines nothing there as it is", () => {
    expect(["-", "---", "- x"].map(tableCell)).toEqual(["-", "---", "- x"]);
  });

  it("is one line without escape sequences", () => {
    expect(tableCell("one\n\u001b[2Jtwo")).toBe("one two");
  });

  it("of JSON ends neither its code nor itself, and stays the same JSON", () => {
    const value = { name: "a`b|c" };
    const cell = jsonCell(JSON.stringify(value));
    expect(cell).toMatch(/^`[^`|]+`$/);
    expect(JSON.parse(cell.slice(1, -1))).toEqual(value);
  });
});
