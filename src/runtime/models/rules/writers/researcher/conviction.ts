import { mean } from "#core/mean.ts";
import { leaningTowards, type Point } from "../../points.ts";
import { shareOf } from "../../vote.ts";
import type { Turn } from "./turn.ts";

/** Nobody is surer of a case than this. */
const HIGHEST = 0.95;
/** How much of the difference between an answer and what it answers moves a conviction. */
const MOVING = 0.1;

/**
 * How sure a side is before it has heard the other, 0 to 0.95: the mean of two shares. The first is
 * of the views, by their confidence: this side's among all. The second is of the reports' sentences
 * that lean either way, by their strength: this side's among both.
 */
export function firstConviction({ side, opponent, points, brief }: Turn): number {
  const [own, theirs] = [strengthOf(points, side.sign), strengthOf(points, opponent.sign)];
  const sentences = own === 0 ? 0 : own / (own + theirs);
  return kept(mean([shareOf(brief.votes, side.stance), sentences]));
}

/**
 * A conviction after an answer: up or down by {@link MOVING} x (the strength of the answer, 0 where
 * there is none, less that of the point it answers), so by a tenth at most.
 */
export function movedConviction(before: number, answer: number, answered: number): number {
  return kept(before + MOVING * (answer - answered));
}

function strengthOf(points: readonly Point[], sign: number): number {
  return leaningTowards(points, sign).reduce((sum, { strength }) => sum + strength, 0);
}

function kept(conviction: number): number {
  return Math.round(Math.max(0, Math.min(HIGHEST, conviction)) * 100) / 100;
}
