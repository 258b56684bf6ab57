import { describe, expect, it } from "vitest";
import { nameProblem, reservedNames } from "#core/chain/agent-name.ts";
import { ChainState } from "#graphs/chain/state.ts";

describe("a name of an agent", () => {
  it.each(["a", "recipe_writer", "Agent-2", "x".repeat(40)])("may be %s", (name) => {
    expect(nameProblem("agent", name)).toBeNull();
  });

  it.each(["", "2nd", "_a", "a b", "a.b", "ä", "x".repeat(41), "a\n"])("may not be %j", (name) => {
    expect(nameProblem("agent", name)).toContain("Valid: a letter, then");
  });

  it.each([...reservedNames, "constructor", "toString", "hasOwnProperty"])(
    "may not be %s, which the program uses",
    (name) => {
      expect(nameProblem("group", name)).toContain("which the program uses itself");
    },
  );

  it("may be that of no field of the graph's state", () => {
    const fields = Object.keys(ChainState.fields);
    expect(fields).toContain("outcomes");
    expect(fields.filter((field) => nameProblem("agent", field) === null)).toEqual([]);
  });
});
