import { type Day, dayOf, daysBetween } from "../day.ts";
import type { KeptDecision } from "./kept-decision.ts";

/**
 * How long after the day that it is as of a decision may be made and still be of that day: from a
 * Friday to the Tuesday after a long weekend, wherever the clock stands. Shorter than any horizon, so
 * that nothing that counts was decided when its outcome was known.
 */
export const LONGEST_LAG_DAYS = 4;

/** The UTC day on which a decision was made. */
export function dayMade({ decidedAt }: Pick<KeptDecision, "decidedAt">): Day {
  return dayOf(Date.parse(decidedAt));
}

/** Whether a decision was made so long after its day that a model may remember what followed. */
export function isHindsight(decision: Pick<KeptDecision, "asOf" | "decidedAt">): boolean {
  return daysBetween(decision.asOf, dayMade(decision)) > LONGEST_LAG_DAYS;
}
