import type { Fact } from "#core/fact.ts";
import type { Amount } from "./amount.ts";
import type { Desk } from "./desks.ts";
import type { Random } from "./random.ts";

/** A text about one figure: what is written before it and behind it. */
export interface Frame {
  readonly before: string;
  readonly after: string;
}

/** A true figure in a text, and the ways in which it can be made false. */
export interface Specimen extends Frame {
  readonly kind: string;
  readonly desk: Desk;
  readonly amount: Amount;
  /** The same text saying the opposite direction. */
  readonly turned?: Frame;
  /** The same text naming another period. */
  readonly otherPeriod?: Frame;
  /** Whether it is a ratio, which may be written with "x" or without. */
  readonly isRatio?: boolean;
  /** Values that are easily mistaken for it: the inverse of a ratio. */
  readonly mistakes?: readonly number[];
  /** Other facts whose value might be put under this name. */
  readonly rivals: readonly Fact[];
}

/** Makes a true figure of a desk's facts; null where the desk has none of the kind. */
export type Template = (desk: Desk, random: Random) => Specimen | null;

/** Splits a text at the figure's place. */
export function frame(text: string): Frame {
  const [before = "", after = ""] = text.split("@");
  return { before, after };
}

/** The facts of a desk that are numbers of one unit, without some paths. */
export function rivalsOf(desk: Desk, unit: Fact["unit"], own: RegExp): Fact[] {
  return desk.facts.filter(
    (fact) => fact.unit === unit && typeof fact.value === "number" && !own.test(fact.path),
  );
}
