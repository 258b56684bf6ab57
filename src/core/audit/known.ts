import type { Day } from "../day.ts";
import type { FactUnit } from "../fact.ts";

/** What a known value is of, in time. */
export interface When {
  /** How long it is over: `1m`, `30d`; null where it is of a moment. */
  readonly span: string | null;
  /** How long before now it is of: `5b`, `3m`; null for now. */
  readonly ago: string | null;
  /** Of a line of a statement: which kind of period, and its end. */
  readonly basis: "annual" | "quarterly" | null;
  readonly end: Day | null;
  /** How many periods before the newest. */
  readonly row: number;
  /** Of a change from one statement to another: what it is measured against. */
  readonly against: "year_before" | "period_before" | null;
}

/**
 * How a value's sign reads. A `change` says which way; a `distance` too, but it may be named without
 * ("the distance is 4 %"); a `level` below zero needs its sign; of a `size` the sign is a convention.
 */
export type Nature = "change" | "distance" | "level" | "size";

/** A value that a figure may be: a fact's, or one that follows from facts. */
export interface Known {
  /** What it is of, whatever the period: `price.change`, `total_revenue`. */
  readonly topic: string;
  readonly label: string;
  readonly value: number;
  readonly unit: FactUnit | "percentage_points";
  readonly currency: string | null;
  readonly nature: Nature;
  readonly when: When;
  /** The fact, or the first of those that it follows from. */
  readonly factId: string;
  /** How it follows from facts; null where it is one. */
  readonly derivation: string | null;
}

export const now: When = {
  span: null,
  ago: null,
  basis: null,
  end: null,
  row: 0,
  against: null,
};
