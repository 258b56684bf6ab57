import { describe, expect, it } from "vitest";
import { matchesWithin } from "#runtime/matches-within.ts";

describe("a regular expression on a model's text", () => {
  it("minds neither case nor line breaks, and knows all letters", async () => {
    expect(await matchesWithin("sell.*now", "SELL\nNow")).toBe(true);
    expect(await matchesWithin("\\p{Lu}$", "ärger")).toBe(true);
    expect(await matchesWithin("^buy$", "sell")).toBe(false);
  });

  it("that would run for ever is given up, and the thread is free meanwhile", async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    expect(await matchesWithin("(a+)+$", `${"a".repeat(60)}b`, 50)).toBeNull();
    clearInterval(turning);
    expect(turns).toBeGreaterThan(3);
    expect(await matchesWithin("(a+)+$", "aaa")).toBe(true);
  });

  it("that takes longer than its thread may be held is told all the same", async () => {
    expect(await matchesWithin("^(a+)+$|b", `${"a".repeat(22)}b`, 60_000)).toBe(true);
  });

  it("reads the beginning of a text that is too long", async () => {
    const long = `first${" ".repeat(300_000)}last`;
    expect(await matchesWithin("first", long)).toBe(true);
    expect(await matchesWithin("last", long)).toBe(false);
  });

  it("that is none is an error, and not a time limit", async () => {
    await expect(matchesWithin("((", "x")).rejects.toThrow("Unterminated group");
  });
});
