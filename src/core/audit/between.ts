import type { Claim } from "./claim.ts";
import type { Known } from "./known.ts";
import { pairsAmong, pairsOf } from "./pairs.ts";
import { beginnings, planned } from "./price-levels.ts";

/** Of a long sentence only so many amounts are tried. */
const MOST_CITED = 12;

/**
 * What lies between the amounts that a sentence cites, in percent; where it says that a trade wins or
 * loses it, whichever way the price goes: of a sale, a rise is a loss.
 *
 * @param cited the nearest first
 */
export function* betweenOf(claim: Claim, cited: readonly Known[]): Generator<Known> {
  if (claim.figure.unit !== "percent") return;
  const near = cited.slice(0, MOST_CITED);
  yield* pairsAmong("percent", near);
  if (saysStake(claim)) yield* waysOf(near);
}

const STAKE =
  /\b(?:loss|losses|lose|loses|losing|gain|gains|win|wins|cost|costs|risk|risks|risked|risking|reward|rewards)\b[^.;:]*$/i;
const STAKE_WITHIN = 24;

function saysStake({ figure, sentence: { text, from } }: Claim): boolean {
  return STAKE.test(text.slice(Math.max(from, figure.at - STAKE_WITHIN), figure.at));
}

const [, STOP, TARGET] = planned;

/** The ways from where a trade begins to the plan's stop and target, as sizes. */
function* waysOf(values: readonly Known[]): Generator<Known> {
  const entries = values.filter(({ topic }) => beginnings.some((beginning) => beginning === topic));
  const ends = values.filter(({ topic }) => topic === STOP || topic === TARGET);
  for (const known of pairsOf("percent", entries, ends)) yield { ...known, nature: "size" };
}
