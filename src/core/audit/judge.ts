import { bindingsOf } from "./bindings.ts";
import { byValue } from "./by-value.ts";
import { companionsOf, operandsOf, siblingsOf, valuesUnder, wholesOf } from "./candidates.ts";
import type { Claim } from "./claim.ts";
import type { FactIndex } from "./fact-index.ts";
import { firstFit, misfit } from "./fit.ts";
import type { Known } from "./known.ts";
import { multiplesOf } from "./multiples.ts";
import { pairsOf, sharesOf } from "./pairs.ts";
import type { Found } from "./phrase-book.ts";
import type { Verdict } from "./verdict.ts";
import type { Naming } from "./vocabulary/index.ts";

/** How many chance matches a value may have that nothing names. */
const CHANCE_UNNAMED = 0.08;

/**
 * What a figure is. The names nearest to it decide, with what follows from them; where none takes such
 * a figure, the other names of the sentence; then those of its line; and only then its value alone.
 *
 * @param cited what other figures of the sentence are
 * @param before what figures of the sentence before are
 */
export function judge(
  claim: Claim,
  cited: readonly Known[],
  before: readonly Known[],
  index: FactIndex,
): Verdict {
  const { tight, loose } = bindingsOf(claim.sentence, claim.figure);
  const [near, far, lead] = [strong(tight), strong(loose), strong(claim.sentence.lead)];
  const operands = distinct([...operandsOf([...tight, ...loose], claim, index), ...cited]);
  const fit = (values: Iterable<Known>) => firstFit(values, claim, index);
  const pairs = (ones: readonly Known[], others: readonly Known[]) =>
    firstOfPairs(ones, others, claim, index);
  if (claim.isShare) {
    const wholes = operandsOf(tight.filter(({ from }) => from > claim.figure.at), claim, index);
    const share = fit(sharesOf(operands, wholes));
    if (share !== null) return share;
  }
  const own = [...valuesUnder(near, claim, index), ...companionsOf(near, far, claim, index)];
  const others = valuesUnder(far, claim, index);
  if (own.length > 0) {
    const ones = distinct([...operandsOf(near, claim, index), ...cited]);
    return (
      fit(own) ??
      fit(others.filter((known) => followsFromAny(known, own, ones))) ??
      pairs(ones, operands) ??
      fit(multiplesOf(operands, claim)) ??
      fit(wholesOf(claim, index)) ??
      misfit(own, claim, index)
    );
  }
  const aside = fit(valuesUnder(tight, claim, index));
  if (aside !== null) return aside;
  if (others.length > 0) {
    return (
      fit(others) ??
      fit(siblingsOf(others, claim, index)) ??
      fit(wholesOf(claim, index)) ??
      pairs(operands, operands) ??
      fit(multiplesOf(operands, claim)) ??
      misfit(others, claim, index)
    );
  }
  const around = valuesUnder([...tight, ...loose], claim, index);
  const saysMove = claim.direction.way !== null || claim.period.span !== null;
  const led = valuesUnder(lead, claim, index);
  return (
    fit(around) ??
    pairs(operands, [...operands, ...before]) ??
    fit(led) ??
    (around.length > 0 && saysMove ? null : byValue(claim, index, CHANCE_UNNAMED)) ??
    pairs(before, before) ??
    misfit([...around, ...led], claim, index)
  );
}

function firstOfPairs(
  ones: readonly Known[],
  others: readonly Known[],
  claim: Claim,
  index: FactIndex,
): Verdict | null {
  const { figure, units } = claim;
  for (const unit of units) {
    if (unit === "multiple" && figure.unit === "number") continue;
    const verdict = firstFit(pairsOf(unit, ones, others), claim, index);
    if (verdict !== null) return verdict;
  }
  return null;
}

function followsFromAny({ derivation }: Known, ...lists: (readonly Known[])[]): boolean {
  if (derivation === null) return false;
  return lists.some((list) => list.some(({ factId }) => derivation.includes(factId)));
}

/** Two paths may give the same value: one of them is enough to work with. */
function distinct(values: readonly Known[]): Known[] {
  const seen = new Set<string>();
  return values.filter(({ value, unit }) => {
    const key = `${unit} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

function strong(mentions: readonly Found<Naming>[]): readonly Found<Naming>[] {
  return mentions.filter(({ meaning }) => !meaning.isSubject);
}
