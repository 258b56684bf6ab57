import { beginningOf } from "../../excerpt.ts";
import { mainPointOf } from "../../main-point.ts";
import { pointsTowards } from "../../points.ts";
import { ordinal } from "../../wording.ts";
import type { Turn } from "./turn.ts";

/**
 * The other side's strongest point as its report has it, or, where this side has conceded it before,
 * its subject; of a side that speaks in words of its own, its main point; null where it has none.
 */
export function concede(turn: Turn): string | null {
  const { opponent, own, theirs, points, round } = turn;
  const [strongest] = pointsTowards(points, opponent.sign);
  if (strongest === undefined) {
    const main = mainPointOf(opponent, theirs, points);
    if (main === null) return null;
    return `In the ${ordinal(round)} round the ${opponent.name} side still has ${beginningOf(main.text)}.`;
  }
  const { text, noun } = strongest;
  if (!own.some(({ concession }) => concession === text)) return text;
  return `After the ${ordinal(round)} round the strongest point of the ${opponent.name} side is still the one on ${noun}.`;
}
