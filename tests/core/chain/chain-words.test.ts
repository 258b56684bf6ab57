import { expect, it } from "vitest";
import { chainWords } from "#core/chain/chain-words.ts";
import type { Condition } from "#core/chain/condition.ts";
import { chainOf, together } from "../../helpers/chain.ts";

const when: Condition = { agent: "a", test: { kind: "contains", text: "x" } };

it("a chain is told of in one sentence, stage by stage", () => {
  const chain = chainOf(
    ...together("g", "a", "b", "c"),
    { name: "d", connect: "conditional", when, else: "e" },
    { name: "e", when },
    { name: "f" },
  );
  expect(chainWords(chain)).toBe(
    "the chain a test, 6 agents: a, b and c at once, then d or else e or nobody, then f",
  );
});
