import { chanceOf, NEAR, toleranceOf } from "./amounts.ts";
import type { Claim } from "./claim.ts";
import type { FactIndex } from "./fact-index.ts";
import { firstFit } from "./fit.ts";
import type { Known } from "./known.ts";
import type { Verdict } from "./verdict.ts";

/**
 * The fact that has a figure's value where no name leads to it: none unless the figure is written so
 * exactly that meeting one of the facts of its size by chance is unlikely.
 *
 * @param most how many chance matches it may have
 */
export function byValue(claim: Claim, index: FactIndex, most: number): Verdict | null {
  const { figure, units } = claim;
  const size = Math.abs(figure.value);
  const near = between(index.bySize, size / NEAR, size * NEAR).filter(({ unit }) =>
    units.includes(unit),
  );
  if (chanceOf(figure, near.length) > most) return null;
  const tolerance = toleranceOf(figure);
  const same = near.filter(({ value }) => Math.abs(Math.abs(value) - size) <= tolerance);
  const anyRow = { ...claim, period: { ...claim.period, isOfPast: true } };
  return firstFit(same, anyRow, index);
}

/** The values of a size between two, both included. */
export function between(bySize: readonly Known[], from: number, to: number): readonly Known[] {
  let [low, high] = [0, bySize.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sizeAt(bySize, middle) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sizeAt(bySize, end) <= to) end += 1;
  return bySize.slice(low, end);
}

function sizeAt(bySize: readonly Known[], index: number): number {
  const known = bySize[index];
  return known === undefined ? Number.POSITIVE_INFINITY : Math.abs(known.value);
}
