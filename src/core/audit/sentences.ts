import type { PassageReading } from "./passage-reading.ts";
import { within } from "./passage-reading.ts";
import type { Found, Word } from "./phrase-book.ts";
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
  return groupsOf(reading.figures).map((figures) => sentenceOf(reading, spans, figures));
}

function groupsOf(figures: readonly WrittenFigure[]): WrittenFigure[][] {
  const groups: WrittenFigure[][] = [];
  for (const figure of figures) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const last = group?.at(-1);
    const isNext = first?.sentence.from === figure.sentence.from;
    const isNear = last !== undefined && figure.at - last.at < REACH;
    if (group !== undefined && isNext && isNear && group.length < MOST_FIGURES) group.push(figure);
    else groups.push([figure]);
  }
  return groups;
}

function sentenceOf(
  reading: PassageReading,
  allSpans: readonly Span[],
  figures: readonly WrittenFigure[],
): Sentence {
  const { text } = reading;
  const [first, last] = [figures[0], figures.at(-1)];
  const start = first?.at ?? 0;
  const end = last === undefined ? start : last.at + last.text.length;
  const from = Math.max(first?.sentence.from ?? 0, start - REACH);
  const to = Math.max(end, Math.min(last?.sentence.to ?? end, end + REACH));
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

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}
