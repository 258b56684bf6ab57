import type { ToldArgument } from "#core/debate-blocks.ts";
import { sentencesOf } from "./excerpt.ts";
import { leaningTowards, type Point } from "./points.ts";
import type { Side } from "./sides.ts";

/** What a side's last argument rests on the most. */
export interface MainPoint {
  readonly text: string;
  /** The report's sentence that it is; null where it is the side's own words. */
  readonly point: Point | null;
  /** 0 to 1. */
  readonly strength: number;
}

/**
 * The strongest sentence of the reports that a side's last argument brings for the first time; of an
 * argument in words of its own the first sentence, as strong as its conviction; null where the last
 * argument brings nothing new.
 */
export function mainPointOf(
  side: Side,
  said: readonly ToldArgument[],
  points: readonly Point[],
): MainPoint | null {
  const last = said.at(-1);
  if (last === undefined || last.conviction === 0) return null;
  const told = leaningTowards(points, side.sign).filter((point) =>
    said.some((one) => holds(one.argument, point)),
  );
  const point = told.find((one) => !said.slice(0, -1).some((past) => holds(past.argument, one)));
  if (point !== undefined) return { text: point.text, point, strength: point.strength };
  const [first] = sentencesOf(last.argument).filter((sentence) => !sentence.includes("“"));
  if (told.length > 0 || first === undefined) return null;
  return { text: first, point: null, strength: last.conviction };
}

/** Whether a text says what a point says, in its words. */
export function holds(text: string, point: Pick<Point, "text">): boolean {
  return text.toLowerCase().includes(point.text.toLowerCase());
}
