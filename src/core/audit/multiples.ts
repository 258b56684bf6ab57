import type { Claim } from "./claim.ts";
import type { Known } from "./known.ts";

const TIMES: readonly (readonly [words: RegExp, times: number])[] = [
  [/\bhalf\b|(?<![\d.,])0\.5(?!\d)/i, 0.5],
  [/\bone\b|(?<![\d.,])1(?![\d.,]\d)/i, 1],
  [/\bone and a half\b|(?<![\d.,])1\.5(?!\d)/i, 1.5],
  [/\b(?:twice|double|two)\b|(?<![\d.,])2(?![\d.,]\d)/i, 2],
  [/(?<![\d.,])2\.5(?!\d)/i, 2.5],
  [/\b(?:three|thrice|triple)\b|(?<![\d.,])3(?![\d.,]\d)/i, 3],
];

/** "Two usual days", "1.5 ATR below the price": the range of a usual day, as often as is said. */
export function* multiplesOf(
  operands: readonly Known[],
  { sentence, units }: Claim,
): Generator<Known> {
  const values = operands.filter(({ unit }) => units.includes(unit));
  const words = sentence.text.slice(sentence.from, sentence.to);
  const range = values.find(({ topic }) => topic === "atr_14");
  if (range === undefined) return;
  const said = TIMES.filter(([pattern]) => pattern.test(words)).map(([, times]) => times);
  for (const times of said) {
    if (times !== 1) yield following(range, range.value * times, `${times} x ${range.factId}`);
  }
  for (const times of said) {
    const step = `${times} x ${range.factId}`;
    for (const known of values) {
      if (known === range || known.currency !== range.currency) continue;
      yield following(known, known.value + times * range.value, `${known.factId} + ${step}`);
      yield following(known, known.value - times * range.value, `${known.factId} - ${step}`);
    }
  }
}

function following(known: Known, value: number, derivation: string): Known {
  return { ...known, value, derivation };
}
