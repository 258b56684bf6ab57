import { describe, expect, it } from "vitest";
import { ideaOf } from "#core/contest/render/idea.ts";

describe("what a strategy says it does", () => {
  it.each([
    ["a line comment", "// Buys dips.\nfunction execute_trade() {}"],
    ["the first of several", "\n\n// Buys dips.\n// Sells rallies.\n"],
    ["behind a drawn line", "// ------\n// Buys dips.\n"],
    ["a block comment", "/* Buys dips. */ function execute_trade() {}"],
    ["a block comment of several lines", "/**\n * Buys dips.\n * Sells rallies.\n */\n"],
    ["a block comment without stars", "/*\n  Buys dips.\n*/\n"],
  ])("is %s", (_, code) => {
    expect(ideaOf(code)).toBe("Buys dips.");
  });

  it.each([
    ["no comment", "function execute_trade() {}\n"],
    ["a comment that comes later", "const n = 20; // Buys dips.\n"],
    ["a comment without words", "//\n/* --- */\nconst n = 20;"],
    ["a comment without an end", "/* Buys dips."],
    ["nothing at all", ""],
  ])("is not known of a code with %s", (_, code) => {
    expect(ideaOf(code)).toBeNull();
  });

  it("is cut when it is long, and soon found in a code that is made to be slow", () => {
    expect(ideaOf(`// ${"a".repeat(10_000)}`)).toHaveLength(161);
    expect(ideaOf("/**/".repeat(5_000) + "/*/".repeat(5_000))).toBeNull();
  });
});
