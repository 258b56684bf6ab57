import type { Found } from "./phrase-book.ts";
import type { Sentence } from "./sentences.ts";
import type { Naming } from "./vocabulary/index.ts";
import type { WrittenFigure } from "./written-figure.ts";

/** The names that a figure may stand under, the likeliest first. */
interface Bindings {
  /** So close that the figure is plainly theirs. */
  readonly tight: readonly Found<Naming>[];
  /** The others of the sentence. */
  readonly loose: readonly Found<Naming>[];
  /** Whether it is one of several figures that share their names. */
  readonly isListed: boolean;
}

/** What parts a figure from a name before it. */
const PART =
  /[;]|,(?!\s*(?:at|of|now|currently)\b)|\s[\u2013\u2014]\s|\b(?:and|but|while|whereas|versus|vs|against|although|though|so)\b/gi;
/** What may not stand between a figure and a name behind it. */
const NO_BRIDGE =
  /[,;:.|)]|\b(?:against|versus|vs|than|while|with|and|but|from|above|below|over|under|to|on|at|when|as|or|if|after|before|near|is|was|are|were|has|have)\b/i;
/** A share or a distance leads to what it is a share of or a distance from. */
const NO_BRIDGE_OF_PERCENT = /[,;:.|)]|\b(?:against|versus|vs|while|with|and|but|when|or|if)\b/i;
const LONGEST_BRIDGE = 28;
/** "478.77 USD, the low of 20 bars", "478.77 USD (support)". */
const APPOSITION = /^\s*[,(]\s*(?:(?:the|its|their|a|an)\s+)?$/i;
/** What makes a figure a mark that something is held against: "a close below 478.77 USD". */
const MARK = /\b(?:above|below|over|under|beneath|past|through|beyond|than|towards?)\b/i;
/** One of several figures that share their names: "56 %, 28 % and 22 %", "from 4 to 6". */
const LIST = /^\s*(?:,|and|or|to|against|versus|vs\.?|\/|-|\u2013|,\s*and)\s*$/i;

/** The names that a figure of a sentence may stand under. */
export function bindingsOf(sentence: Sentence, figure: WrittenFigure): Bindings {
  const { figures, mentions } = sentence;
  const place = figures.findIndex(({ at }) => at === figure.at);
  const end = figure.at + figure.text.length;
  const [before, after] = [figures[place - 1], figures[place + 1]];
  const segmentFrom = before === undefined ? sentence.from : before.at + before.text.length;
  const segmentTo = after?.at ?? sentence.to;
  const cut = cutBefore(sentence.text, segmentFrom, figure.at);
  const named = mentions.filter(({ from, to }) => from >= cut && to <= figure.at);
  const left = named
    .filter(({ to }) => isOverMark(figure) || !MARK.test(sentence.text.slice(to, figure.at)))
    .toReversed();
  const behind = mentions.find(({ from }) => from >= end - trailingNoun(figure));
  const right =
    behind !== undefined && behind.from < segmentTo && isBridge(sentence.text, figure, behind)
      ? compound(sentence, behind)
      : [];
  const isListed = areListed(sentence, before, figure) || areListed(sentence, figure, after);
  const against = right.at(-1);
  const isDistance =
    figure.unit === "percent" &&
    against !== undefined &&
    MARK.test(sentence.text.slice(end, against.from));
  const tight = isDistance ? right : isListed && named.length > 1 ? [] : [...right, ...left];
  const loose = mentions
    .filter((mention) => !tight.includes(mention))
    .toSorted((one, other) => distance(one, figure) - distance(other, figure));
  return { tight, loose, isListed };
}

/** "Below" makes a distance, and "just over" is no mark at all. */
function isOverMark({ unit, approximate }: WrittenFigure): boolean {
  return unit === "percent" || approximate;
}

function cutBefore(text: string, from: number, to: number): number {
  let cut = from;
  for (const match of text.slice(from, to).matchAll(PART))
    cut = from + match.index + match[0].length;
  return cut;
}

function trailingNoun({ noun, text }: WrittenFigure): number {
  return noun !== null && text.toLowerCase().endsWith(noun) ? noun.length : 0;
}

function isBridge(text: string, figure: WrittenFigure, behind: Found<Naming>): boolean {
  const between = text.slice(figure.at + figure.text.length, behind.from);
  if (between.length > LONGEST_BRIDGE) return false;
  if (APPOSITION.test(between)) return true;
  const barrier = figure.unit === "percent" ? NO_BRIDGE_OF_PERCENT : NO_BRIDGE;
  return !barrier.test(between);
}

const JOINT = /^['\u2019s ]{1,3}$/;

/** Names that make one together: "analysts' average target", "equity market value". */
function compound({ text, mentions }: Sentence, first: Found<Naming>): Found<Naming>[] {
  const all = [first];
  for (const mention of mentions.slice(mentions.indexOf(first) + 1)) {
    if (!JOINT.test(text.slice(all.at(-1)?.to, mention.from))) break;
    all.unshift(mention);
  }
  return all;
}

function areListed(
  { text }: Sentence,
  one: WrittenFigure | undefined,
  other: WrittenFigure | undefined,
): boolean {
  if (one === undefined || other === undefined) return false;
  return LIST.test(text.slice(one.at + one.text.length, other.at));
}

/** What stands before a figure is nearer to it than what stands behind. */
function distance({ from, to }: Found<Naming>, figure: WrittenFigure): number {
  return to <= figure.at ? figure.at - to : 2 * (from - figure.at);
}
