import { expect, it } from "vitest";
import { citedFacts } from "#core/audit/cited-facts.ts";
import { fact } from "../examples.ts";

it("cited are the facts that a figure is, is made of, or comes nearest to, in their order", () => {
  const facts = ["one", "two", "three", "four", "five"].map((path) => fact({ id: `A:${path}` }));
  const figure = { figure: "1", where: "market", at: 0, problem: null };
  const items = [
    { ...figure, status: "unsourced" as const, factId: null, derivation: null, nearest: "A:four" },
    { ...figure, status: "sourced" as const, factId: "A:one", derivation: null, nearest: null },
    {
      ...figure,
      status: "derived" as const,
      factId: "A:one",
      derivation: "(A:one / A:three - 1) x 100",
      nearest: null,
    },
  ];
  const audit = { figures: 3, sourced: 1, derived: 1, unsourced: 1, items };
  expect(citedFacts(audit, facts).map(({ id }) => id)).toEqual(["A:one", "A:three", "A:four"]);
});
