import { asPrice } from "./as-price.ts";
import { betweenOf } from "./between.ts";
import { bindingsOf } from "./bindings.ts";
import { byValue } from "./by-value.ts";
import {
  companionsOf,
  isWhole,
  operandsOf,
  siblingsOf,
  valuesUnder,
  wholesOf,
} from "./candidates.ts";
import type { Claim } from "./claim.ts";
import type { FactIndex } from "./fact-index.ts";
import { firstFit, isTurned, misfit } from "./fit.ts";
import type { Known } from "./known.ts";
import { multiplesOf } from "./multiples.ts";
import { pairsOf, sharesOf } from "./pairs.ts";
import type { Found } from "./phrase-book.ts";
import { portionsOf, REWARD, rewardsOf } from "./stakes.ts";
import { stated, unsourced, type Verdict } from "./verdict.ts";
import type { Naming } from "./vocabulary/index.ts";

type Mentions = readonly Found<Naming>[];

/** How many chance matches a value may have that nothing names. */
const CHANCE_UNNAMED = 0.08;
const UNITS: readonly Known["unit"][] = ["currency", "percent", "multiple", "points", "shares"];

/**
 * What a figure is. What lies between the amounts that its sentence cites goes first; then the names
 * nearest to it decide, with what follows from them; where none takes such a figure, the other names of
 * the sentence; then those of its line; and only then its value alone.
 *
 * @param cited what other figures of the sentence are, the nearest first
 * @param before what figures of the sentence before are
 */
export function judge(
  claim: Claim,
  cited: readonly Known[],
  before: readonly Known[],
  index: FactIndex,
): Verdict {
  const verdict = byNames(claim, cited, before, index);
  return verdict.status === "unsourced" ? (asPrice(claim, index) ?? verdict) : verdict;
}

function byNames(
  claim: Claim,
  cited: readonly Known[],
  before: readonly Known[],
  index: FactIndex,
): Verdict {
  const { tight, loose, isListed } = bindingsOf(claim.sentence, claim.figure);
  const [near, far, lead] = [strong(tight), strong(loose), strong(claim.sentence.lead)];
  const first = (values: Iterable<Known>) => firstFit(values, claim, index);
  const under = (mentions: Mentions) => valuesUnder(mentions, claim, index);
  const operandsIn = (mentions: Mentions) =>
    distinct([...operandsOf(mentions, claim, index), ...cited]);
  const pairs = (ones: readonly Known[], others: readonly Known[]) =>
    first(pairsIn(claim, ones, others));

  if (claim.isShare) {
    const behind = tight.filter(({ from }) => from > claim.figure.at);
    const wholes = operandsOf(behind, claim, index);
    const share = first(sharesOf(operandsIn([...tight, ...loose]), wholes));
    if (share !== null) return share;
    const portion = first(portionsOf([...cited, ...before]));
    if (portion !== null) return portion;
  }
  const between = first(betweenOf(claim, cited));
  if (between !== null) return between;
  const wholes = isWhole(claim) ? wholesOf(claim, index) : [];
  if (wholes.length > 0) return first(wholes) ?? misfit(wholes, claim, index);

  const own = [...under(near), ...companionsOf(near, far, claim, index)];
  if (claim.units.includes("multiple") && names(near, REWARD)) {
    const rewards = [...own, ...rewardsOf(cited)];
    if (rewards.length > 0) return first(rewards) ?? misfit(rewards, claim, index);
  }
  if (own.length > 0) {
    const direct = first(own);
    if (direct !== null) return direct;
    if (!claim.isShare && isTurned(own, claim, index)) return misfit(own, claim, index);
    const [ones, operands] = [operandsIn(near), operandsIn([...tight, ...loose])];
    return (
      first(under(far).filter((known) => followsFromAny(known, own, ones))) ??
      first(multiplesOf(operands, claim)) ??
      pairs(ones, operands) ??
      (isListed ? first(siblingsOf(own, claim, index)) : null) ??
      misfit(own, claim, index)
    );
  }
  const aside = first(under(tight));
  if (aside !== null) return aside;
  const inOtherUnit = first(valuesUnder(near, { ...claim, units: UNITS }, index));
  if (inOtherUnit?.known != null && inOtherUnit.derivation === null) {
    return unsourced(inOtherUnit.factId, `unit: ${stated(inOtherUnit.known)}`);
  }

  const others = under(far);
  const other = first(others) ?? first(siblingsOf(others, claim, index));
  if (other !== null) return other;
  const operands = operandsIn([...tight, ...loose]);
  if (others.length > 0) {
    return (
      first(multiplesOf(operands, claim)) ??
      pairs(operands, operands) ??
      misfit(others, claim, index)
    );
  }
  const around = under([...tight, ...loose]);
  const led = under(lead);
  const saysMove = claim.direction.way !== null || claim.period.span !== null;
  return (
    first(around) ??
    pairs(operands, [...operands, ...before]) ??
    first(led) ??
    (around.length > 0 && saysMove ? null : byValue(claim, index, CHANCE_UNNAMED)) ??
    pairs(before, before) ??
    misfit([...around, ...led], claim, index)
  );
}

/** What follows from pairs of values, of the units that the figure may have. */
function* pairsIn(
  claim: Claim,
  ones: readonly Known[],
  others: readonly Known[],
): Generator<Known> {
  for (const unit of claim.units) {
    if (unit === "multiple" && claim.figure.unit === "number") continue;
    if (unit !== "multiple" && unit !== "percent" && !saysDifference(claim)) continue;
    yield* pairsOf(unit, ones, others);
  }
}

const LEFT =
  /\b(?:leav(?:es|ing)|left|remains?|net|total|together|sum|combined|both|plus|minus|by)\b/i;

/** Whether a sentence speaks of a difference or a sum rather than of a level. */
function saysDifference({ direction, sentence }: Claim): boolean {
  const { text, from, to } = sentence;
  return direction.way !== null || direction.apart || LEFT.test(text.slice(from, to));
}

/** Whether a share or a distance is made of one of some values. */
function followsFromAny(
  { derivation, unit }: Known,
  ...lists: readonly (readonly Known[])[]
): boolean {
  if (derivation === null || (unit !== "percent" && unit !== "multiple")) return false;
  return lists.some((list) => list.some(({ factId }) => derivation.includes(factId)));
}

/** Two paths may give the same value: one of them is enough to work with. */
function distinct(values: readonly Known[]): Known[] {
  const seen = new Set<string>();
  return values.filter(({ unit, value }) => {
    const key = `${unit} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

function names(mentions: Mentions, topic: string): boolean {
  return mentions.some(({ meaning }) => meaning.topics.includes(topic));
}

function strong(mentions: Mentions): Mentions {
  return mentions.filter(({ meaning }) => !meaning.isSubject);
}
