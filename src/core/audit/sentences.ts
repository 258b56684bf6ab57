import { type PassageReading, within } from "./passage-reading.ts";
import type { Found, Word } from "./phrase-book.ts";
import type { Stretch } from "./stretch.ts";
import type { Naming } from "./vocabulary/index.ts";
import type { Sign } from "./vocabulary/signs.ts";
import type { WrittenFigure } from "./written-figure.ts";

/** A span of time named in a sentence. */
export interface Span {
  readonly span: string;
  readonly from: number;
  readonly to: number;
}

/** A sentence that has figures, and what stands in it. */
export interface Sentence {
  readonly text: string;
  /** Where it begins and ends in the passage, and its line. */
  readonly from: number;
  readonly to: number;
  readonly line: { readonly from: number; readonly to: number };
  readonly figures: readonly WrittenFigure[];
  readonly mentions: readonly Found<Naming>[];
  /** Names in its line but not in it, the nearest before it first. */
  readonly lead: readonly Found<Naming>[];
  readonly signs: readonly Found<readonly Sign[]>[];
  readonly spans: readonly Span[];
  readonly words: readonly Word[];
}

/** So much about its figures is read of a sentence, so that no text takes long however it is made. */
const REACH = 600;
const MOST_FIGURES = 30;

/** The sentences of a text that have figures, in order; one of very many figures is several. */
export function sentencesOf(reading: PassageReading): Sentence[] {
  const spans = reading.periods.map(({ period, at, text }) => ({
    span: period,
    from: at,
    to: at + text.length,
  }));
  return groupsOf(reading).map((group) => sentenceOf(reading, spans, group));
}

/** Figures that are read together, and the stretch of the text that they are read in. */
interface Group extends Stretch {
  readonly figures: WrittenFigure[];
}

function groupsOf({ figures, quotes }: PassageReading): Group[] {
  const groups: Group[] = [];
  for (const figure of figures) {
    const group = groups.at(-1);
    const last = group?.figures.at(-1);
    const { from, to } = partOf(figure, quotes);
    const isNext = group?.from === from;
    const isNear = last !== undefined && figure.at - last.at < REACH;
    if (group !== undefined && isNext && isNear && group.figures.length < MOST_FIGURES) {
      group.figures.push(figure);
    } else groups.push({ from, to, figures: [figure] });
  }
  return groups;
}

/** A figure's sentence, within the quotation that it stands in, or between two of them. */
function partOf({ at, sentence }: WrittenFigure, quotes: readonly Stretch[]): Stretch {
  const next = firstBehind(quotes, at);
  const [before, behind] = [quotes[next - 1], quotes[next]];
  if (behind !== undefined && behind.from <= at) {
    return { from: Math.max(sentence.from, behind.from), to: Math.min(sentence.to, behind.to) };
  }
  return {
    from: Math.max(sentence.from, before?.to ?? 0),
    to: Math.min(sentence.to, behind?.from ?? sentence.to),
  };
}

/** Which of some stretches is the first that ends behind a place. */
function firstBehind(sorted: readonly Stretch[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sentenceOf(
  reading: PassageReading,
  allSpans: readonly Span[],
  { figures, ...part }: Group,
): Sentence {
  const { text } = reading;
  const [first, last] = [figures[0], figures.at(-1)];
  const start = first?.at ?? part.from;
  const end = last === undefined ? start : last.at + last.text.length;
  const from = Math.max(part.from, start - REACH);
  const to = Math.max(end, Math.min(part.to, end + REACH));
  const line = lineAbout(text, from, to);
  const mentions = within(reading.mentions, from, to);
  const inLine = within(reading.mentions, line.from, line.to);
  const named = (span: Span) => mentions.some((mention) => overlap(mention, span));
  const spans = within(allSpans, from, to);
  const free = spans.filter((span) => !named(span));
  return {
    text,
    from,
    to,
    line,
    figures,
    mentions,
    lead: [
      ...inLine.filter((mention) => mention.to <= from).toReversed(),
      ...inLine.filter((mention) => mention.from >= to),
    ],
    signs: within(reading.signs, from, to),
    spans: free,
    words: within(reading.words, from, to),
  };
}

/** The line about a stretch of the text, as far as it is read. */
function lineAbout(text: string, from: number, to: number): Stretch {
  const before = text.slice(Math.max(0, from - REACH), from).lastIndexOf("\n");
  const after = text.slice(to, to + REACH).indexOf("\n");
  return {
    from: before < 0 ? Math.max(0, from - REACH) : Math.max(0, from - REACH) + before + 1,
    to: after < 0 ? Math.min(text.length, to + REACH) : to + after,
  };
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}
