import { chanceOf, fitsCurrency, hasSize } from "./amounts.ts";
import type { Claim } from "./claim.ts";
import { agrees } from "./direction.ts";
import type { FactIndex } from "./fact-index.ts";
import type { Known } from "./known.ts";
import { isOfPeriod } from "./period-claim.ts";
import { sourcedTo, stated, unsourced, type Verdict } from "./verdict.ts";

/** How many chance matches all derived values that are tried may have together. */
const CHANCE_DERIVED = 0.12;
/** A figure that is too coarse for even that may still be one of the likeliest. */
const LEAST_TRIES = 3;

/**
 * The first value that fits a claim in all: size, currency, direction, period. Of values that follow
 * from facts only so many are tried as leave a match by chance unlikely.
 */
export function firstFit(values: Iterable<Known>, claim: Claim, index: FactIndex): Verdict | null {
  const each = chanceOf(claim.figure, 1);
  const most = Math.max(LEAST_TRIES, Math.floor(CHANCE_DERIVED / each));
  let tries = 0;
  let derived: Known | null = null;
  for (const known of values) {
    if (known.derivation !== null && (derived !== null || tries >= most)) continue;
    if (claim.isShare && (known.nature === "change" || known.nature === "distance")) continue;
    if (!isSaidPeriod(known, claim, index)) continue;
    if (known.derivation !== null) tries += 1;
    if (!hasSize(claim.figure, known.value) || !fitsCurrency(claim.figure, known)) continue;
    if (!agrees(claim.figure, known, claim.direction)) continue;
    if (known.derivation === null) return sourcedTo(known);
    derived = known;
  }
  return derived === null ? null : sourcedTo(derived);
}

const NO_SPANS: ReadonlySet<string> = new Set();

export function isSaidPeriod(known: Known, { period }: Claim, { spansOf }: FactIndex): boolean {
  return isOfPeriod(known, period, spansOf.get(known.topic) ?? NO_SPANS);
}

/** Whether a fact has the figure's size, currency and period, and only the direction is wrong. */
export function isTurned(values: readonly Known[], claim: Claim, index: FactIndex): boolean {
  return values.some(
    (known) =>
      known.derivation === null &&
      hasSize(claim.figure, known.value) &&
      fitsCurrency(claim.figure, known) &&
      isSaidPeriod(known, claim, index),
  );
}

/** Why none of the values that a sentence names is the figure. */
export function misfit(values: readonly Known[], claim: Claim, index: FactIndex): Verdict {
  const { figure } = claim;
  const sized = values.filter((known) => hasSize(figure, known.value));
  const foreign = sized.find((known) => !fitsCurrency(figure, known));
  const inCurrency = sized.filter((known) => fitsCurrency(figure, known));
  const turned = inCurrency.find((known) => isSaidPeriod(known, claim, index));
  const dated = inCurrency.find((known) => !isSaidPeriod(known, claim, index));
  if (turned !== undefined) {
    return unsourced(turned.factId, `direction: ${stated(turned)}`);
  }
  if (dated !== undefined) return unsourced(dated.factId, `period: ${stated(dated)}`);
  if (foreign !== undefined) return unsourced(foreign.factId, `currency: ${stated(foreign)}`);
  const near = nearestTo(figure.value, values);
  return near === null ? unsourced(null, null) : unsourced(near.factId, stated(near));
}

/** The value whose size is nearest, facts before what follows from them; null of none. */
export function nearestTo(value: number, values: readonly Known[]): Known | null {
  const facts = values.filter(({ derivation }) => derivation === null);
  let nearest: Known | null = null;
  for (const known of facts.length > 0 ? facts : values) {
    if (nearest === null || apart(known, value) < apart(nearest, value)) nearest = known;
  }
  return nearest;
}

function apart(known: Known, value: number): number {
  return Math.abs(Math.abs(known.value) - Math.abs(value));
}
