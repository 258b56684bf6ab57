import type { FactIndex } from "./fact-index.ts";
import { QUOTED } from "./quotes.ts";
import type { Sentence } from "./sentences.ts";
import { sourcedToFact, type Verdict } from "./verdict.ts";
import type { WrittenFigure } from "./written-figure.ts";

const LONGEST_QUOTE = 400;
const TELLING =
  /\b(?:insiders?|directors?|executives?|officers?|sold|bought|headlines?|ratings?)\b/i;

/** A figure that stands in the words of a headline, a rating or an insider's line, as quoted. */
export function judgeQuoted(
  figure: WrittenFigure,
  { text, line }: Sentence,
  index: FactIndex,
): Verdict | null {
  const end = figure.at + figure.text.length;
  const start = Math.max(line.from, figure.at - LONGEST_QUOTE);
  for (const match of text.slice(start, Math.min(line.to, end + LONGEST_QUOTE)).matchAll(QUOTED)) {
    const from = start + match.index;
    if (figure.at < from || end > from + match[0].length) continue;
    const quote = plain(match[1] ?? "");
    const fact = index.texts.find(({ value }) => plain(String(value)).includes(quote));
    if (fact !== undefined) return sourcedToFact(fact.id);
  }
  return null;
}

/** A number that a text fact tells, retold where the sentence speaks of such a text. */
export function judgeRetold(
  figure: WrittenFigure,
  { text, from, to }: Sentence,
  index: FactIndex,
): Verdict | null {
  if (!TELLING.test(text.slice(from, to))) return null;
  if (!isExact(figure)) return null;
  for (const [id, values] of index.told) {
    if (values.includes(figure.value)) return sourcedToFact(id);
  }
  return null;
}

function isExact({ value, step }: WrittenFigure): boolean {
  return Math.abs(value) >= 100 * step;
}

function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[*_`\s]+/g, " ")
    .replace(/[\u2026.]+$/, "")
    .trim()
    .toLowerCase();
}
