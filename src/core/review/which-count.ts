import { depths } from "../depth.ts";
import { isHindsight } from "./hindsight.ts";
import type { KeptDecision } from "./kept-decision.ts";

/**
 * One decision of each question put to the same models on the same source's figures; in the order
 * given. Asking again is no second forecast. What is made in hindsight replaces nothing that is not.
 */
export function oncePerQuestion(decisions: readonly KeptDecision[]): KeptDecision[] {
  return fullestOfEach(decisions, (decision) => {
    const { symbol, asOf, source, model, depth, debateRounds, riskRounds, samples } = decision;
    const desk = [decision.analysts.toSorted(), depth, debateRounds, riskRounds, samples];
    return [symbol, asOf, source, model, desk, isHindsight(decision)];
  });
}

/** One decision on each symbol and day, whatever the desk; in the order given. */
export function oncePerDay(decisions: readonly KeptDecision[]): KeptDecision[] {
  return fullestOfEach(decisions, ({ symbol, asOf }) => [symbol, asOf]);
}

/** Of the decisions with the same key the one of the fullest desk; of equal desks the one made last. */
function fullestOfEach(
  decisions: readonly KeptDecision[],
  keyOf: (decision: KeptDecision) => readonly unknown[],
): KeptDecision[] {
  const fullest = new Map<string, KeptDecision>();
  for (const decision of decisions) {
    const key = JSON.stringify(keyOf(decision));
    const known = fullest.get(key);
    if (known === undefined || compare(known, decision) <= 0) fullest.set(key, decision);
  }
  const kept = new Set(fullest.values());
  return decisions.filter((decision) => kept.has(decision));
}

/** Below 0 where b is of the fuller desk, or of an equal one and made later. */
function compare(a: KeptDecision, b: KeptDecision): number {
  const [left, right] = [fullness(a), fullness(b)];
  const index = left.findIndex((value, i) => value !== right[i]);
  return index < 0
    ? Date.parse(a.decidedAt) - Date.parse(b.decidedAt)
    : (left[index] ?? 0) - (right[index] ?? 0);
}

/** What makes a desk full, the weightiest first. */
function fullness(decision: KeptDecision): readonly number[] {
  const { analysts, missing, depth, debateRounds, riskRounds, samples } = decision;
  const reported = analysts.filter((name) => !missing.includes(name)).length;
  return [reported, depths.indexOf(depth), -missing.length, debateRounds, riskRounds, samples];
}
