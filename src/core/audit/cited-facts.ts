import type { Fact } from "../fact.ts";
import type { Audit, AuditedFigure } from "./audit.ts";
import { idsIn } from "./ids-in.ts";

/** The ids of the facts that a figure is, is made of, or comes nearest to. */
export function idsBehind({ factId, derivation, nearest }: AuditedFigure): string[] {
  const made = derivation === null ? [] : idsIn(derivation);
  const ids = [factId, ...made, nearest].filter((id) => id !== null);
  return [...new Set(ids)];
}

/** The facts that the figures of a run's texts are explained by, in their order. */
export function citedFacts({ items }: Audit, facts: readonly Fact[]): Fact[] {
  const cited = new Set(items.flatMap(idsBehind));
  return facts.filter(({ id }) => cited.has(id));
}
