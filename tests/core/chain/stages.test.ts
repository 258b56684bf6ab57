import { describe, expect, it } from "vitest";
import { agentsBefore } from "#core/chain/before.ts";
import { groupsOf } from "#core/chain/groups.ts";
import { agentsOf, stagesOf } from "#core/chain/stages.ts";
import { chainOf, type SomeAgent, together } from "./examples.ts";

const when = { agent: "a", test: { kind: "contains", text: "x" } } as const;
const conditional = (name: string, other: string | null = null): SomeAgent => ({
  name,
  connect: "conditional",
  when,
  else: other,
});
const parallel = (...names: readonly string[]): SomeAgent[] =>
  names.map((name) => ({ name, connect: "parallel" }));

/** Stages in short: `a`, `{group: b c}`, `d? else e`. */
function drawn(...agents: readonly SomeAgent[]): string[] {
  return stagesOf(chainOf(...agents)).map((stage) => {
    const names = agentsOf(stage).map(({ name }) => name);
    if (stage.kind === "group") return `{${stage.name}: ${names.join(" ")}}`;
    return stage.kind === "one" ? names.join() : `${names.join("? else ")}`;
  });
}

describe("the stages of a chain", () => {
  it("are its agents one by one where none is parallel", () => {
    expect(drawn({ name: "a" }, { name: "b", connect: "direct" })).toEqual(["a", "b"]);
  });

  it("have parallel neighbours of one group together, and of others apart", () => {
    expect(drawn(...together("g", "a", "b"), ...together("h", "c"), { name: "d" })).toEqual([
      "{g: a b}",
      "{h: c}",
      "d",
    ]);
  });

  it("give groups without a name one that nobody has", () => {
    expect(drawn(...parallel("a", "b"), { name: "group_2" }, ...parallel("c"))).toEqual([
      "{group_1: a b}",
      "group_2",
      "{group_3: c}",
    ]);
  });

  it("have whoever works in another's place there, also in a row", () => {
    expect(
      drawn({ name: "a" }, conditional("b", "c"), conditional("c", "d"), { name: "d" }),
    ).toEqual(["a", "b? else c? else d"]);
  });

  it("are not torn apart by somebody who works elsewhere", () => {
    const agents = [conditional("a", "c"), ...together("g", "b"), { name: "c" }];
    expect(drawn(...agents, ...together("g", "d"))).toEqual(["a? else c", "{g: b d}"]);
  });
});

describe("the groups of a chain", () => {
  it("are its parallel groups, and everybody else alone, those in others' places too", () => {
    const agents = [...parallel("a", "b"), conditional("c", "e"), { name: "d" }, { name: "e" }];
    expect(groupsOf(chainOf(...agents))).toEqual([
      { name: "group_1", nodes: ["a", "b"], how: "parallel" },
      { name: "c", nodes: ["c"], how: "sequential" },
      { name: "e", nodes: ["e"], how: "sequential" },
      { name: "d", nodes: ["d"], how: "sequential" },
    ]);
  });
});

describe("who works before an agent", () => {
  const chain = chainOf(
    { name: "a" },
    conditional("b", "e"),
    ...together("g", "c", "d"),
    { name: "e" },
    { name: "f" },
  );

  it.each([
    ["a", ""],
    ["b", "a"],
    ["c", "a b e"],
    ["d", "a b e"],
    ["e", "a"],
    ["f", "a b e c d"],
  ])("is for %s: %s", (name, before) => {
    expect(
      agentsBefore(chain, name)
        .map((agent) => agent.name)
        .join(" "),
    ).toBe(before);
  });
});
