import { describe, expect, it } from "vitest";
import { cyclesIn } from "#runtime/chain-file/cycles.ts";

const links = (text: string) =>
  new Map(
    text.split("; ").map((line) => [line.slice(0, 1), line.slice(2).split(" ").filter(Boolean)]),
  );

describe("ways that lead back", () => {
  it.each([
    ["a b; b c; c", ""],
    ["a a", "a -> a"],
    ["a b; b a", "a -> b -> a"],
    ["a b; b c; c a; d a", "a -> b -> c -> a"],
    ["a b; b a c; c b", "a -> b -> a, b -> c -> b"],
    ["a z", ""],
  ])("of %j are %j", (text, ways) => {
    expect(
      cyclesIn(links(text))
        .map((way) => way.join(" -> "))
        .join(", "),
    ).toBe(ways);
  });
});
