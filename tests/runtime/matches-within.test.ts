import { describe, expect, it } from "vitest";
import { matchesWithin } from "#runtime/matches-within.ts";

describe("a regular expression on a model's text", () => {
  it("minds neither case nor line breaks, and knows all letters", () => {
    expect(matchesWithin("sell.*now", "SELL\nNow")).toBe(true);
    expect(matchesWithin("\\p{Lu}$", "ärger")).toBe(true);
    expect(matchesWithin("^buy$", "sell")).toBe(false);
  });

  it("that would run for ever is given up", () => {
    expect(matchesWithin("(a+)+$", `${"a".repeat(60)}b`, 20)).toBeNull();
    expect(matchesWithin("(a+)+$", "aaa")).toBe(true);
  });

  it("reads the beginning of a text that is too long", () => {
    const long = `first${" ".repeat(300_000)}last`;
    expect(matchesWithin("first", long)).toBe(true);
    expect(matchesWithin("last", long)).toBe(false);
  });

  it("that is none is an error, and not a time limit", () => {
    expect(() => matchesWithin("((", "x")).toThrow("Unterminated group");
  });
});
