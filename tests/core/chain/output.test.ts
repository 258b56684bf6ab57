import { describe, expect, it } from "vitest";
import { outputOf } from "#core/chain/output.ts";
import { chainOf, failed, outcome, skipped, together } from "./examples.ts";

const chain = chainOf({ name: "a" }, ...together("g", "b", "c"), { name: "d" });

describe("the output of a chain", () => {
  it("is that of its last stage", () => {
    expect(outputOf(chain, [outcome("d"), outcome("a")])).toBe("the words of d");
  });

  it("is all of a group's, by names, where that is the last with any", () => {
    expect(outputOf(chain, [outcome("a"), outcome("c"), outcome("b"), failed("d")])).toBe(
      "b:\n\nthe words of b\n\nc:\n\nthe words of c",
    );
    expect(outputOf(chain, [outcome("a"), failed("b"), outcome("c"), skipped("d")])).toBe(
      "the words of c",
    );
  });

  it("is null where nobody has written anything", () => {
    expect(outputOf(chain, [failed("a"), skipped("d")])).toBeNull();
  });
});
