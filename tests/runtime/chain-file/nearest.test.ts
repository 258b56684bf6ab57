import { describe, expect, it } from "vitest";
import { nearest } from "#runtime/chain-file/nearest.ts";

describe("the nearest word", () => {
  const words = ["get_quote", "get_news", "rules"];

  it.each([
    ["get_qoute", "get_quote"],
    ["GET_NEWS", "get_news"],
    ["rule", "rules"],
    ["gold", null],
    ["", null],
    ["x".repeat(1000), null],
  ])("to %j is %s", (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });
});
