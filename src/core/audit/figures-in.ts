import { readingsOf } from "./reading/readings.ts";
import { type Sentence, sentencesIn } from "./reading/sentences.ts";
import { tokensIn } from "./reading/tokens-in.ts";
import type { WrittenFigure } from "./written-figure.ts";

export { periodsIn } from "./periods-in.ts";

/**
 * The figures of a text, in their order and without overlaps: prices, percentages, multiples, counts,
 * dates. A number that is a part of a name (S&P 500, RSI 14, 50-day average), of the text's own order
 * (`1.`, [^3]) or of a period that something is measured over ("three months") is none.
 *
 * Any text is read, in a time that grows with its length and no faster; it never throws.
 */
export function figuresIn(text: string): WrittenFigure[] {
  const tokens = tokensIn(text);
  const sentences = sentencesIn(tokens);
  const figures: WrittenFigure[] = [];
  let current = 0;
  for (const { from, to, ...figure } of readingsOf(tokens)) {
    const at = tokens[from]?.at ?? 0;
    const end = tokens[to - 1]?.end ?? at;
    while ((sentences[current]?.to ?? text.length) < end) current += 1;
    const sentence: Sentence = sentences[current] ?? { from: 0, to: text.length };
    figures.push({ text: text.slice(at, end), at, ...figure, sentence });
  }
  return figures;
}
