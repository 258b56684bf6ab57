import type { Brief } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import { leaningTowards, type Point } from "../../points.ts";
import { bull, type Side } from "../../sides.ts";
import { holding } from "../../vote.ts";
import * as say from "../../wording.ts";
import type { Turn } from "./turn.ts";

const FEWEST = 2;
const MOST = 4;
/** Less room than this, in percent, is not worth naming. */
const ROOM = 1;

/** The points that a case opens with: the strongest of each subject, two to four where there are. */
export function openingPoints(fresh: readonly Point[]): Point[] {
  const best = [...Map.groupBy(fresh, ({ noun }) => noun).values()].flatMap(
    ([first]) => first ?? [],
  );
  const rest = fresh.filter((point) => !best.includes(point));
  return [...best.slice(0, MOST), ...rest.slice(0, Math.max(0, FEWEST - best.length))];
}

/** A side's case: what it rests on, who shares it, how far there is to go, and what would end it. */
export function writeOpening({ side, brief, evidence, points }: Turn, made: readonly Point[]) {
  const name = evidence.symbol ?? "the symbol";
  const nouns = [...new Set(made.map(({ noun }) => noun))];
  const [weak] = leaningTowards(points, side.sign);
  const lead =
    made.length > 0
      ? [`The ${side.name} case on ${name} rests on ${say.list(nouns)}.`]
      : [
          `Nothing in the reports that the facts at hand bear out speaks clearly for a ${side.name} case on ${name}.`,
          ...(weak === undefined
            ? []
            : [`The most that can be said is little: ${say.uncapitalised(weak.text)}`]),
        ];
  return [
    ...lead,
    ...made.map(({ text }) => text),
    backing(side, brief),
    ...(made.length > 0 ? [...room(side, evidence), ...ending(side, evidence)] : []),
  ];
}

function backing({ stance }: Side, { votes }: Brief): string {
  if (votes.length === 0) return "There is no view on the desk to lean on.";
  const backers = holding(votes, stance);
  const names = backers.map(({ analyst, confidence }) => {
    return `${analyst} (${say.twoDecimals(confidence)})`;
  });
  const views = say.counted(votes.length, "view");
  if (backers.length === 0) {
    return votes.length === 1
      ? `The desk's only view is not ${stance}.`
      : `None of the desk's ${views} is ${stance}.`;
  }
  if (votes.length === 1) return `The desk's only view is ${stance}: ${say.list(names)}.`;
  const who = say.capitalised(say.outOf(backers.length, votes.length));
  return `${who} views ${backers.length === 1 ? "is" : "are"} ${stance}: ${say.list(names)}.`;
}

function room(side: Side, { number }: Evidence): string[] {
  const { towards } = levelsFor(side);
  const [close, level] = [number("price.close"), number(towards.path)];
  if (close === null || level === null) return [];
  const gap = side.sign * say.distance(level.value, close.value);
  if (gap < ROOM) return [];
  return [
    `From the close of ${close.text} there is ${say.percent(gap)} of room ${towards.way} to ${level.text}, ${towards.name}.`,
  ];
}

function ending(side: Side, { number }: Evidence): string[] {
  const { against } = levelsFor(side);
  const [close, level] = [number("price.close"), number(against.path)];
  if (close === null || level === null || (close.value - level.value) * side.sign <= 0) return [];
  return [`A close ${against.side} ${level.text}, ${against.name}, would speak against this case.`];
}

const HIGH = { path: "price.resistance_20", name: "the high of 20 bars", way: "up", side: "above" };
const LOW = { path: "price.support_20", name: "the low of 20 bars", way: "down", side: "below" };

function levelsFor(side: Side) {
  return side === bull ? { towards: HIGH, against: LOW } : { towards: LOW, against: HIGH };
}
