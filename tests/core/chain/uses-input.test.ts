import { describe, expect, it } from "vitest";
import { usesInput } from "#core/chain/uses-input.ts";
import { chainOf } from "../../helpers/chain.ts";

describe("a chain's input", () => {
  it.each([
    ["a first agent's {{input}}", [{ name: "a", prompt: "On {{input}}", connect: "direct" }], true],
    [
      "a later agent's {{chain_input}}",
      [{ name: "a" }, { name: "b", prompt: "{{chain_input}}" }],
      true,
    ],
    ["a sequential agent's {{input}}", [{ name: "a" }, { name: "b", prompt: "{{input}}" }], true],
    [
      "a direct agent's {{input}}, which is the output before it",
      [{ name: "a" }, { name: "b", prompt: "{{input}}", connect: "direct" }],
      false,
    ],
    ["no placeholder", [{ name: "a" }], false],
  ] as const)("is asked for by %s: %j", (_, agents, uses) => {
    expect(usesInput(chainOf(...agents))).toBe(uses);
  });
});
