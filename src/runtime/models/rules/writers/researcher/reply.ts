import { beginningOf } from "../../excerpt.ts";
import { type MainPoint, mainPointOf } from "../../main-point.ts";
import type { Point } from "../../points.ts";
import { holding } from "../../vote.ts";
import * as say from "../../wording.ts";
import { movedConviction } from "./conviction.ts";
import type { Turn } from "./turn.ts";

interface Reply {
  readonly sentences: readonly string[];
  readonly conviction: number;
}

/**
 * What a side says to the other's last argument: what stands against its main point, else that it is
 * granted and what is left; one further point; and what that makes of its conviction.
 *
 * @param fresh the points that this side has not made yet
 * @param before its conviction so far
 */
export function replyTo(turn: Turn, fresh: readonly Point[], before: number): Reply {
  const main = isAnswered(turn) ? null : mainPointOf(turn.opponent, turn.theirs, turn.points);
  if (main === null) {
    return {
      sentences: [nothingToAnswer(turn), ...further(fresh[0]), staying(turn, before)],
      conviction: before,
    };
  }
  const counter = counterTo(main, fresh);
  const conviction = movedConviction(before, counter?.strength ?? 0, main.strength);
  const next = fresh.find((point) => point !== counter);
  const answered =
    counter === null ? [granted(turn, main), remaining(turn)] : [countered(turn, main, counter)];
  return {
    sentences: [
      ...answered,
      ...further(next),
      conviction === before ? staying(turn, before) : moving(turn, before, conviction),
    ],
    conviction,
  };
}

/** The strongest fresh point; one of the same report goes first where it is half as strong. */
function counterTo({ point }: MainPoint, fresh: readonly Point[]): Point | null {
  const [strongest] = fresh;
  if (strongest === undefined) return null;
  const same = fresh.find(({ analyst }) => analyst === point?.analyst);
  return same !== undefined && 2 * same.strength >= strongest.strength ? same : strongest;
}

function countered({ opponent }: Turn, main: MainPoint, counter: Point): string {
  const lead = `The ${opponent.name} researcher's point, ${beginningOf(main.text)},`;
  const answer = say.uncapitalised(counter.text);
  if (counter.analyst === main.point?.analyst) {
    return `${lead} is not all that the ${counter.analyst} report says: ${answer}`;
  }
  return counter.strength >= main.strength
    ? `${lead} stands, but as much or more weighs against it in the ${counter.analyst} report: ${answer}`
    : `${lead} is granted; the best answer left weighs less and is in the ${counter.analyst} report: ${answer}`;
}

function granted({ opponent }: Turn, main: MainPoint): string {
  return `The ${opponent.name} researcher's point, ${beginningOf(main.text)}, is granted, since nothing that this side has not said yet answers it.`;
}

function remaining({ side, opponent, round, brief: { votes } }: Turn): string {
  const [ours, theirs] = [side, opponent].map(({ stance }) => holding(votes, stance).length);
  return `What remains in the ${say.ordinal(round)} round is the balance of views: ${say.countWord(ours ?? 0)} ${side.stance} against ${say.countWord(theirs ?? 0)} ${opponent.stance}.`;
}

/** Whether this side has spoken since it heard the other's last argument. */
function isAnswered({ own, theirs }: Turn): boolean {
  return (own.at(-1)?.round ?? 0) > (theirs.at(-1)?.round ?? 0);
}

function nothingToAnswer(turn: Turn): string {
  const when = `before the ${say.ordinal(turn.round)} round`;
  return isAnswered(turn) || turn.theirs.length === 0
    ? `The ${turn.opponent.name} researcher was not heard ${when}, so there is nothing new to answer.`
    : `The ${turn.opponent.name} researcher brought nothing new ${when}, so there is nothing new to answer.`;
}

function further(point: Point | undefined): string[] {
  return point === undefined ? [] : [`Beyond that, ${say.uncapitalised(point.text)}`];
}

function staying({ side, round }: Turn, conviction: number): string {
  return `In the ${say.ordinal(round)} round the conviction of the ${side.name} side stays at ${say.twoDecimals(conviction)}.`;
}

function moving({ side, round }: Turn, before: number, now: number): string {
  const way = now > before ? "rises" : "falls";
  return `In the ${say.ordinal(round)} round the conviction of the ${side.name} side ${way} from ${say.twoDecimals(before)} to ${say.twoDecimals(now)}.`;
}
