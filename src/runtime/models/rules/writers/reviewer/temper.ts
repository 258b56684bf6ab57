import type { Review } from "#core/debate.ts";
import type { ToldPlan } from "#core/debate-blocks.ts";
import { mean } from "#core/mean.ts";
import type { Reviewer } from "#core/role.ts";
import { LARGEST, oneDecimal } from "../../position-size.ts";
import type { Consideration, Subject } from "./consideration.ts";

/** A bold reviewer goes beyond what a position usually may take, by this factor at most. */
const BOLDNESS = 1.5;
/** A size this near the plan's, as a share of it, is the plan's. */
const NEAR = 0.1;
/** How far a reviewer goes towards the others once it has heard them. */
const YIELDING = 0.25;

/**
 * The size that a reviewer would take, in percent of the portfolio. The aggressive one multiplies the
 * plan's by all its bold factors, up to 1.5 times the largest position; the conservative one by all
 * careful factors; the neutral one takes the middle of both.
 */
export function ownSize(
  reviewer: Reviewer,
  { size }: ToldPlan,
  considerations: readonly Consideration[],
): number {
  const product = (factors: readonly number[]) => factors.reduce((all, one) => all * one, size);
  const bold = Math.min(LARGEST * BOLDNESS, product(considerations.map((one) => one.bold)));
  const careful = Math.min(LARGEST, product(considerations.map((one) => one.careful)));
  return oneDecimal(
    {
      aggressive_reviewer: bold,
      neutral_reviewer: mean([bold, careful]),
      conservative_reviewer: careful,
    }[reviewer],
  );
}

/**
 * A size after a reviewer has heard the others': a quarter of the way to their mean. The conservative
 * one goes no further than the plan.
 */
export function yieldedSize(
  reviewer: Reviewer,
  { size: planned }: ToldPlan,
  own: number,
  others: readonly Pick<Review, "size">[],
): number {
  if (others.length === 0) return own;
  const size = oneDecimal(own + YIELDING * (mean(others.map((other) => other.size)) - own));
  return reviewer === "conservative_reviewer" ? Math.min(planned, size) : size;
}

/** What a size says of a plan: reject at none of some, approve within a tenth, else change. */
export function verdictOn({ size: planned }: ToldPlan, size: number): Review["verdict"] {
  if (planned > 0 && size === 0) return "reject";
  return Math.abs(size - planned) <= NEAR * planned ? "approve" : "change";
}

/** What each reviewer looks at first. */
const INTERESTS: Readonly<Record<Reviewer, readonly Subject[]>> = {
  aggressive_reviewer: ["reward", "backing", "outbreak", "swings", "fall", "bad day", "earnings"],
  neutral_reviewer: ["reward", "bad day", "earnings", "backing", "outbreak", "swings", "fall"],
  conservative_reviewer: ["bad day", "fall", "earnings", "swings", "reward", "outbreak", "backing"],
};

/** Considerations in the order in which a reviewer names them: what moves its size goes first. */
export function inOrderOf(
  reviewer: Reviewer,
  considerations: readonly Consideration[],
): Consideration[] {
  const moves = ({ bold, careful }: Consideration) =>
    ({
      aggressive_reviewer: bold > 1,
      neutral_reviewer: bold > 1 && careful < 1,
      conservative_reviewer: careful < 1,
    })[reviewer];
  const rank = (one: Consideration) =>
    INTERESTS[reviewer].indexOf(one.subject) - (moves(one) ? INTERESTS[reviewer].length : 0);
  return considerations.toSorted((a, b) => rank(a) - rank(b));
}
