import type { Decision } from "#core/decision.ts";
import type { Stance } from "#core/report.ts";
import type { Vote } from "./brief-reader.ts";

export type Action = Decision["action"];

/** The confidence-weighted mean view (-1 to 1) beyond which the desk acts. */
const ACTING = 0.2;

/** How far the debate moves the mean view: by this much where one side is sure and the other is not. */
const DEBATE_WEIGHT = 0.2;

/** The share of all confidence from which a side is no longer a lone voice. */
const GOOD_PART = 0.2;

export const stanceSigns: Readonly<Record<Stance, -1 | 0 | 1>> = {
  bullish: 1,
  neutral: 0,
  bearish: -1,
};

/**
 * Buy where the mean of the stances (1, 0, -1), weighted by their confidence, exceeds
 * {@link ACTING}; sell below its negative; else, and where nobody has a view, hold. A lone voice is
 * acted on only where it is surer than all that lean neither way together.
 *
 * The views come first: a debate moves their mean by {@link DEBATE_WEIGHT} x `tilt`, the bull's
 * conviction less the bear's (-1 to 1), so it settles what is close and turns nothing around.
 */
export function chooseAction(votes: readonly Vote[], tilt = 0): Action {
  const action = leaning(votes, tilt);
  const backers = holding(votes, supporting(action));
  const lone =
    backers.length < 2 && confidenceOf(backers) <= confidenceOf(holding(votes, "neutral"));
  return lone ? "hold" : action;
}

function leaning(votes: readonly Vote[], tilt: number): Action {
  const weight = confidenceOf(votes);
  if (weight === 0) return "hold";
  const sum = votes.reduce((all, { stance, confidence }) => {
    return all + stanceSigns[stance] * confidence;
  }, 0);
  const mean = sum / weight + DEBATE_WEIGHT * tilt;
  if (mean > ACTING) return "buy";
  return mean < -ACTING ? "sell" : "hold";
}

/**
 * How sure the views leave the desk of an action: their mean confidence times (0.5 + 0.5 x the share
 * of all confidence that supports the action), 0 to 1; 0 without a view.
 */
export function confidenceIn(votes: readonly Vote[], action: Action): number {
  const weight = confidenceOf(votes);
  if (weight === 0) return 0;
  return (weight / votes.length) * (0.5 + 0.5 * shareOf(votes, supporting(action)));
}

/** The share of all confidence that a stance holds, 0 to 1; 0 without a view. */
export function shareOf(votes: readonly Vote[], stance: Stance): number {
  const weight = confidenceOf(votes);
  return weight === 0 ? 0 : confidenceOf(holding(votes, stance)) / weight;
}

/** The stance that speaks for an action. */
export function supporting(action: Action): Stance {
  return ({ buy: "bullish", hold: "neutral", sell: "bearish" } as const)[action];
}

/** Whether those who hold a stance are together surer than all others. */
export function outweighs(votes: readonly Vote[], stance: Stance): boolean {
  return shareOf(votes, stance) > 0.5;
}

/** The votes with a stance, the surest first. */
export function holding(votes: readonly Vote[], stance: Stance): Vote[] {
  return votes
    .filter((vote) => vote.stance === stance)
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** Whether bullish and bearish views each hold a good part of all confidence. */
export function conflicting(votes: readonly Vote[]): boolean {
  const least = GOOD_PART * confidenceOf(votes);
  return (["bullish", "bearish"] as const).every((stance) => {
    const held = confidenceOf(holding(votes, stance));
    return held > 0 && held >= least;
  });
}

function confidenceOf(votes: readonly Vote[]): number {
  return votes.reduce((sum, { confidence }) => sum + confidence, 0);
}
