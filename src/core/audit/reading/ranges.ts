import type { Amount } from "./amount.ts";
import { scaled } from "./numeral.ts";
import { dashAt, type Token, wordAt } from "./token.ts";

/** The two ends of a range, each with what only the other has written. */
export interface Range {
  readonly low: Amount;
  readonly high: Amount;
}

/** The range that two amounts are: `180-190 USD`, `from 1.2 to 1.4B`; null where they are none. */
export function rangeOf(tokens: readonly Token[], low: Amount, high: Amount): Range | null {
  const joint = jointOf(tokens, low, high);
  if (joint === null) return null;
  const first = low.unit === null ? withUnitOf(low, high) : low;
  const carries = joint === "close" || low.unit === "money";
  const second = high.unit === null && carries ? withUnitOf(high, low) : high;
  const alike = first.unit === second.unit;
  return { low: alike ? withMagnitudeOf(first, second) : first, high: second };
}

/**
 * How a range is joined: `close` by a dash or between two words, so that the first end's unit is the
 * second's too; `open` by a lone "to", as in "rose 5 % to 27.79".
 */
function jointOf(tokens: readonly Token[], low: Amount, high: Amount): "close" | "open" | null {
  if (high.from !== low.to + 1) return null;
  if (dashAt(tokens, low.to)) return "close";
  const word = wordAt(tokens, low.to);
  const opens = wordAt(tokens, low.from - 1);
  if (word === "and") return opens === "between" ? "close" : null;
  if (word !== "to") return null;
  return opens === "from" || opens === "between" ? "close" : "open";
}

function withUnitOf(amount: Amount, { unit, unitExponent, currencies }: Amount): Amount {
  return { ...amount, unit, unitExponent, currencies };
}

/** Ends further apart than this have magnitudes of their own. */
const WIDEST = 100;

function withMagnitudeOf(low: Amount, high: Amount): Amount {
  if (low.magnitude !== null || high.magnitude === null) return low;
  const ratio = scaled(low.numeral, 0) / scaled(high.numeral, 0);
  return ratio > 1 / WIDEST && ratio < WIDEST ? { ...low, magnitude: high.magnitude } : low;
}
