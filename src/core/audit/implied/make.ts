import { type Known, now } from "../known.ts";

type Shape = Pick<Known, "topic" | "label" | "unit" | "nature"> & Partial<Known>;

/** A value that follows from facts: none where it is not finite. */
export function implied(
  value: number,
  derivation: string,
  from: Pick<Known, "factId">,
  shape: Shape,
): readonly Known[] {
  if (!Number.isFinite(value)) return [];
  return [{ currency: null, when: now, factId: from.factId, ...shape, value, derivation }];
}

/** How two facts differ in percent of the second. */
export function percentOf(one: Known, base: Known): string {
  return `(${one.factId} / ${base.factId} - 1) x 100`;
}

/** Values by topic; the newest of a topic is its first. */
export interface Topics {
  all(topic: string): readonly Known[];
  newest(topic: string): Known | null;
}
