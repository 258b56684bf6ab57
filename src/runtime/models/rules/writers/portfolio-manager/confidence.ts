import type { Brief } from "../../brief-reader.ts";
import { outcomeOf } from "../../sides.ts";
import { type Action, confidenceIn } from "../../vote.ts";
import { lastReviews } from "./reviews.ts";

/** What a debate may give or take: this much where one side is sure and the other is not. */
const DEBATE_WEIGHT = 0.1;
/** What each reviewer who rejects the plan takes. */
const REJECTION = 0.03;

/**
 * How sure the desk is, 0 to 1 in steps of 0.01 and no more than the ceiling: what the views give,
 * plus {@link DEBATE_WEIGHT} x the lead in conviction (-1 to 1) of the side that the action follows,
 * less {@link REJECTION} for each reviewer who at last rejects the plan of this action. Without a view
 * it is 0, and without debate and reviews what the views give.
 */
export function confidenceAfter({ votes, ceiling, debate, plan, reviews }: Brief, action: Action) {
  const given = confidenceIn(votes, action);
  if (given === 0) return 0;
  const lead = (outcomeOf(debate)?.tilt ?? 0) * { buy: 1, hold: 0, sell: -1 }[action];
  const rejections =
    plan?.action === action
      ? lastReviews(reviews).filter(({ verdict }) => verdict === "reject").length
      : 0;
  const confidence = given + DEBATE_WEIGHT * lead - REJECTION * rejections;
  return Math.min(ceiling, Math.max(0, Math.round(confidence * 100) / 100));
}
