import { type Day, dayOf, isDay } from "#core/day.ts";
import type { FactUnit } from "#core/fact.ts";
import type { PromptFact } from "#core/fact-lines.ts";
import { figure } from "#core/figure.ts";

/** A known number with its unit, and the way it is written. */
export interface Quantity {
  readonly value: number;
  readonly unit: FactUnit;
  readonly currency: string | null;
  /** As it stands in a report, with unit and currency. */
  readonly text: string;
  /** The day it is of; null where that is not known. */
  readonly day: Day | null;
}

/** The facts about one symbol, looked up by path (see the tools for the paths there are). */
export interface Evidence {
  /** null where neither the prompt nor any fact names it. */
  readonly symbol: string | null;
  readonly asOf: Day | null;
  readonly facts: readonly PromptFact[];
  /** The fact, its value known or not. */
  fact(path: string): PromptFact | null;
  /** The number at a path; null where it is absent, unknown or no number. */
  number(path: string): Quantity | null;
  /** The text at a path; null where it is absent, unknown or empty. */
  text(path: string): string | null;
  knows(path: string): boolean;
}

/**
 * Arranges facts by path. Facts of another symbol are left out; where a path comes twice, a known
 * value goes before an unknown one, and else the first.
 */
export function arrangeEvidence(
  all: readonly PromptFact[],
  { symbol, asOf }: { symbol: string | null; asOf: Day | null },
): Evidence {
  const about = symbol ?? splitId(all[0]?.id ?? "").symbol;
  const facts = all.filter(({ id }) => splitId(id).symbol === about);
  const byPath = new Map<string, PromptFact>();
  for (const fact of facts) {
    const { path } = splitId(fact.id);
    if ((byPath.get(path)?.value ?? null) === null) byPath.set(path, fact);
  }
  const number = (path: string) => {
    const fact = byPath.get(path);
    return typeof fact?.value === "number" ? quantity(fact, fact.value) : null;
  };
  const text = (path: string) => {
    const value = byPath.get(path)?.value;
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
  return {
    symbol: about,
    asOf,
    facts: [...byPath.values()],
    fact: (path) => byPath.get(path) ?? null,
    number,
    text,
    knows: (path) => number(path) !== null || text(path) !== null,
  };
}

/** Whether two amounts may be set against each other. */
export function sameCurrency(a: Quantity, b: Quantity): boolean {
  return a.currency === b.currency;
}

/** The day of a fact's time, which is a day or ISO 8601; null where it is neither. */
export function dayIn(time: string | null): Day | null {
  if (time === null) return null;
  if (isDay(time)) return time;
  const parsed = Date.parse(time);
  return Number.isNaN(parsed) ? null : dayOf(parsed);
}

function quantity({ unit, currency, asOf }: PromptFact, value: number): Quantity {
  return { value, unit, currency, text: figure(value, unit, currency), day: dayIn(asOf) };
}

function splitId(id: string): { symbol: string | null; path: string } {
  const colon = id.indexOf(":");
  if (colon < 0) return { symbol: null, path: id };
  return { symbol: id.slice(0, colon), path: id.slice(colon + 1) };
}
