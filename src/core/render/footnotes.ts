import type { AuditedFigure } from "../audit/audit.ts";
import { idsIn } from "../audit/ids-in.ts";
import type { Fact } from "../fact.ts";
import { factValue } from "./fact-value.ts";
import { inline } from "./inline.ts";
import { namedValue } from "./named-value.ts";

/** Numbers the sources of figures in the order in which they are first cited. */
export interface Footnotes {
  /** The number of a figure's source: one a fact, one a derivation. */
  numberOf(item: AuditedFigure): number;
  /** A fact in a few words, value first: "28.92x (price to earnings)"; its id where it is not known. */
  describe(factId: string): string;
  /** Everything cited so far, a line each. */
  lines(): string[];
}

/** @param facts all that figures may come from */
export function createFootnotes(facts: readonly Fact[]): Footnotes {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const cited: string[] = [];
  const numberOf = (source: string) => {
    const index = cited.indexOf(source);
    return index === -1 ? cited.push(source) : index + 1;
  };
  return {
    numberOf: ({ derivation, factId }) => numberOf(derivation ?? factId ?? ""),
    describe(factId) {
      const fact = known.get(factId);
      return fact === undefined ? inline(factId) : namedValue(factValue(fact), fact.label);
    },
    lines: () =>
      cited.map((source, index) => {
        const fact = known.get(source);
        const text = fact === undefined ? derived(source, known) : sourceOf(fact);
        return `[^${index + 1}]: ${inline(text)}`;
      }),
  };
}

function sourceOf(fact: Fact): string {
  const { id, label, tool, args, source, asOf, availableAt } = fact;
  const given = Object.values(args).join(",");
  const known = availableAt === null || availableAt === asOf ? "" : `, known from ${availableAt}`;
  return `${label}: ${factValue(fact)} · ${id} · ${tool}(${given}) · ${source} · as of ${asOf ?? "an unknown time"}${known}`;
}

/** How it is made, and what the facts that it names are. */
function derived(derivation: string, known: ReadonlyMap<string, Fact>): string {
  const operands = idsIn(derivation).flatMap((id) => {
    const fact = known.get(id);
    if (fact === undefined) return [];
    return [`${id} = ${factValue(fact)} (${fact.source}, as of ${fact.asOf ?? "an unknown time"})`];
  });
  return `derived: ${[derivation, ...operands].join("; ")}`;
}
