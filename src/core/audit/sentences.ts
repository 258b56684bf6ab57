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

/** The sentences of a text that have figures, in order. */
export function sentencesOf(reading: PassageReading): Sentence[] {
  const groups = new Map<number, WrittenFigure[]>();
  for (const figure of reading.figures) {
    const group = groups.get(figure.sentence.from);
    if (group === undefined) groups.set(figure.sentence.from, [figure]);
    else group.push(figure);
  }
  const spans = reading.periods.map(({ period, at, text }) => ({
    span: period,
    from: at,
    to: at + text.length,
  }));
  return [...groups.values()].flatMap((figures) => {
    const [first] = figures;
    return first === undefined ? [] : [sentenceOf(reading, spans, figures, first)];
  });
}

function sentenceOf(
  reading: PassageReading,
  allSpans: readonly Span[],
  figures: readonly WrittenFigure[],
  first: WrittenFigure,
): Sentence {
  const { text } = reading;
  const { from, to } = first.sentence;
  const line = {
    from: text.lastIndexOf("\n", from - 1) + 1,
    to: text.indexOf("\n", to) < 0 ? text.length : text.indexOf("\n", to),
  };
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

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}
