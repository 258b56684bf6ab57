import type { Known } from "./known.ts";
import type { Found } from "./phrase-book.ts";
import type { Sentence } from "./sentences.ts";
import type { Sign } from "./vocabulary/signs.ts";
import type { WrittenFigure } from "./written-figure.ts";

/** What the words about a figure say of its direction. */
export interface Direction {
  readonly way: "up" | "down" | null;
  /** Whether they say it so plainly that the opposite is wrong. */
  readonly plain: boolean;
  /** Whether it is a size of which no direction is said: a distance, a gap. */
  readonly apart: boolean;
}

/** How many words behind a figure may tell its direction: "4 % below", "4 % lower than". */
const WORDS_BEHIND = 3;
const BREAK = /[,;:.()|]|\b(?:and|but|while|whereas|with)\b/i;
const CLAUSE = /[;:|]|,|\s[\u2013\u2014]\s|\b(?:but|while|whereas)\b/gi;

/** The direction that a sentence gives a figure. */
export function directionOf(sentence: Sentence, figure: WrittenFigure): Direction {
  const { figures, text } = sentence;
  const before = figures[figures.indexOf(figure) - 1];
  const from = before === undefined ? sentence.from : before.at + before.text.length;
  const cut = lastMatch(text, CLAUSE, from, figure.at);
  const near = sentence.signs.filter((sign) => sign.from >= cut && sign.to <= figure.at);
  const far = sentence.signs.filter((sign) => sign.from >= from && sign.to <= cut);
  const doubt = [...near, ...far].some(({ meaning }) => meaning.includes("doubt"));
  const apart = [...near, ...signsBehind(sentence, figure)].some(({ meaning }) =>
    meaning.includes("apart"),
  );
  const told =
    wayOf(signsBehind(sentence, figure)[0]) ??
    (isOverName(sentence, figure) ? "up" : wayOf(near.findLast(isWay)));
  if (told !== null) return { way: told, plain: !doubt, apart };
  const hinted = wayOf(far.findLast(isWay));
  if (hinted !== null) return { way: hinted, plain: false, apart };
  const isSameList = before !== undefined && before.unit === figure.unit;
  return isSameList
    ? { ...directionOf(sentence, before), apart }
    : { way: null, plain: false, apart };
}

/** The words right behind a figure that tell a way. */
function signsBehind(sentence: Sentence, figure: WrittenFigure): readonly Found<readonly Sign[]>[] {
  const end = figure.at + figure.text.length;
  const words = sentence.words.filter(({ from }) => from >= end).slice(0, WORDS_BEHIND);
  const last = words.at(-1);
  if (last === undefined) return [];
  const stop = BREAK.exec(sentence.text.slice(end, last.to))?.index ?? last.to - end;
  return sentence.signs.filter(
    (sign) => sign.from >= end && sign.from < end + stop && isWayOrApart(sign),
  );
}

const OVER = /^\s*over\s+(?:the|its|their)\s/i;
const OVER_WITHIN = 24;

/** "4 % over the 50-day average" is above it; "4 % over a month" is a time. */
function isOverName({ text, to, mentions, spans }: Sentence, figure: WrittenFigure): boolean {
  const end = figure.at + figure.text.length;
  const over = OVER.exec(text.slice(end, to));
  if (over === null) return false;
  const from = end + over[0].length;
  const isNear = (found: { readonly from: number }) =>
    found.from >= from && found.from <= from + OVER_WITHIN;
  return mentions.some(isNear) && !spans.some(isNear);
}

function isWay({ meaning }: Found<readonly Sign[]>): boolean {
  return meaning.includes("up") || meaning.includes("down");
}

function isWayOrApart(sign: Found<readonly Sign[]>): boolean {
  return isWay(sign) || sign.meaning.includes("apart");
}

function wayOf(sign: Found<readonly Sign[]> | undefined): "up" | "down" | null {
  if (sign === undefined) return null;
  if (sign.meaning.includes("up")) return "up";
  return sign.meaning.includes("down") ? "down" : null;
}

function lastMatch(text: string, pattern: RegExp, from: number, to: number): number {
  let last = from;
  for (const match of text.slice(from, to).matchAll(pattern)) {
    last = from + match.index + match[0].length;
  }
  return last;
}

/**
 * Whether the sign of a value agrees with what is written and said of it. A written sign must be the
 * value's own; without one, the size will do where the words give the direction.
 */
export function agrees(figure: WrittenFigure, known: Known, direction: Direction): boolean {
  const negative = known.value < 0;
  if (known.value === 0 || figure.value === 0) return true;
  if (figure.sign !== null && known.nature !== "size") return (figure.sign === "-") === negative;
  if (known.nature === "size") return true;
  if (known.nature === "level") return !negative || direction.way === "down";
  const opposite = negative ? "up" : "down";
  if (direction.way === opposite) return !direction.plain;
  if (direction.way !== null || direction.apart || known.nature === "distance") return true;
  return !negative;
}
