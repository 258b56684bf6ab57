import type { FactIndex } from "./fact-index.ts";
import { figuresIn, periodsIn } from "./figures-in.ts";
import { type Found, type Word, wordsIn } from "./phrase-book.ts";
import { quotesIn } from "./quotes.ts";
import type { Stretch } from "./stretch.ts";
import { bothNamings, type Naming, names } from "./vocabulary/index.ts";
import { type Sign, signWords } from "./vocabulary/signs.ts";
import type { NamedPeriod, WrittenFigure } from "./written-figure.ts";

/** A text with all that an audit looks for in it, each in the order of the text. */
export interface PassageReading {
  readonly text: string;
  readonly figures: readonly WrittenFigure[];
  readonly words: readonly Word[];
  readonly mentions: readonly Found<Naming>[];
  readonly signs: readonly Found<readonly Sign[]>[];
  readonly periods: readonly NamedPeriod[];
  /** What stands between quotation marks and names what it tells figures of. */
  readonly quotes: readonly Stretch[];
}

/** Reads a text once. */
export function readPassage(text: string, index: FactIndex): PassageReading {
  const words = wordsIn(text);
  const mentions = mentionsIn(words, index);
  return {
    text,
    figures: figuresIn(text),
    words,
    mentions,
    signs: signWords().find(words),
    periods: periodsIn(text),
    quotes: quotesIn(text).filter(({ from, to }) => within(mentions, from, to).length > 0),
  };
}

function mentionsIn(words: readonly Word[], index: FactIndex): Found<Naming>[] {
  const mentions: Found<Naming>[] = [];
  const common = names();
  for (let at = 0; at < words.length; ) {
    const longer = longerOf(index.names.at(words, at), common.at(words, at));
    if (longer !== null) mentions.push(longer);
    at = longer === null ? at + 1 : longer.lastWord + 1;
  }
  return mentions;
}

function longerOf(one: Found<Naming> | null, other: Found<Naming> | null): Found<Naming> | null {
  if (one === null || other === null) return one ?? other;
  if (one.lastWord !== other.lastWord) return one.lastWord > other.lastWord ? one : other;
  return { ...one, meaning: bothNamings(one.meaning, other.meaning) };
}

/** The part of a sorted list that begins within a stretch of the text. */
export function within<T extends { readonly from: number }>(
  sorted: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  const first = firstFrom(sorted, from);
  let last = first;
  while ((sorted[last]?.from ?? Number.POSITIVE_INFINITY) < to) last += 1;
  return sorted.slice(first, last);
}

function firstFrom(sorted: readonly { readonly from: number }[], from: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
