import type { ToldArgument } from "#core/debate-blocks.ts";
import { researchers } from "#core/role.ts";
import { type Brief, roundFor } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import { holds } from "../../main-point.ts";
import { type Point, pointsIn, pointsTowards } from "../../points.ts";
import { opponentOf, type Side, saidBy } from "../../sides.ts";

/** A researcher's turn to speak. */
export interface Turn {
  readonly side: Side;
  readonly opponent: Side;
  /** From 1. */
  readonly round: number;
  readonly brief: Brief;
  readonly evidence: Evidence;
  readonly points: readonly Point[];
  /** What this side has argued so far. */
  readonly own: readonly ToldArgument[];
  /** What the other side has argued so far. */
  readonly theirs: readonly ToldArgument[];
}

export function turnOf(side: Side, brief: Brief, evidence: Evidence): Turn {
  const { debate } = brief;
  return {
    side,
    opponent: opponentOf(side),
    round: roundFor(researchers, brief),
    brief,
    evidence,
    points: pointsIn(brief, evidence),
    own: saidBy(side, debate),
    theirs: saidBy(opponentOf(side), debate),
  };
}

/** This side's clear points that it has not made yet, the strongest first. */
export function freshPoints({ side, points, own }: Turn): Point[] {
  return pointsTowards(points, side.sign).filter(
    (point) => !own.some(({ argument }) => holds(argument, point)),
  );
}
