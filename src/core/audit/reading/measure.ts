import type { WrittenUnit } from "../written-figure.ts";
import { magnitudeAt } from "./magnitudes.ts";
import { type Token, wordAt } from "./token.ts";
import { unitAt } from "./units.ts";

/** Magnitude, unit and currency of a number. */
export interface Measure {
  /** The power of ten of its magnitude; null where none is written. */
  readonly magnitude: number | null;
  /** null where none is written. */
  readonly unit: WrittenUnit | null;
  /** The power of ten that its unit counts in: -2 for basis points and cents. */
  readonly unitExponent: number;
  readonly currencies: readonly string[];
  /** The place after it. */
  readonly to: number;
}

/**
 * What stands after a number.
 *
 * @param place the one after the number
 * @param before the currencies that stand before the number; null where none does
 * @param whole whether it is a whole number
 */
export function measureAt(
  tokens: readonly Token[],
  place: number,
  before: readonly string[] | null,
  whole: boolean,
): Measure {
  const next = wordAt(tokens, place + 1);
  const money =
    before !== null || next === "shares" || unitAt(tokens, place + 1, whole)?.unit === "money";
  const magnitude = magnitudeAt(tokens, place, money);
  const unit = unitAt(tokens, magnitude?.to ?? place, whole && magnitude === null);
  const read = { magnitude: magnitude?.exponent ?? null, unitExponent: 0 };
  const end = magnitude?.to ?? place;
  if (before === null) {
    if (unit === null) return { ...read, unit: null, currencies: [], to: end };
    const { currencies, exponent, to } = unit;
    return { ...read, unit: unit.unit, unitExponent: exponent, currencies, to };
  }
  // $189.12 USD: the code says which dollars; $5 EUR is not one amount.
  const same = unit?.currencies.filter((currency) => before.includes(currency)) ?? [];
  const narrowed = unit !== null && same.length > 0 && unit.exponent === 0;
  return narrowed
    ? { ...read, unit: "money", currencies: same, to: unit.to }
    : { ...read, unit: "money", currencies: before, to: end };
}
