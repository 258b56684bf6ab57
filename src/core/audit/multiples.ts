import type { Claim } from "./claim.ts";
import type { Known } from "./known.ts";

const TIMES: readonly (readonly [words: RegExp, times: number])[] = [
  [/\bhalf\b|\b0\.5\b/i, 0.5],
  [/\b(?:one|1)\b/i, 1],
  [/\b1\.5\b|\bone and a half\b/i, 1.5],
  [/\btwice\b|\bdouble\b|\btwo\b|\b2\b|\b2\.0\b/i, 2],
  [/\b2\.5\b/i, 2.5],
  [/\bthree\b|\bthrice\b|\btriple\b|\b3\b/i, 3],
];

/** "Two usual days", "1.5 ATR below the price": values taken so many times as the sentence says. */
export function* multiplesOf(
  operands: readonly Known[],
  { sentence, units }: Claim,
): Generator<Known> {
  const values = operands.filter(({ unit }) => units.includes(unit));
  const words = sentence.text.slice(sentence.from, sentence.to);
  const range = values.find(({ topic }) => topic === "atr_14");
  for (const [pattern, times] of TIMES) {
    if (!pattern.test(words)) continue;
    for (const known of values) {
      if (times !== 1) yield following(known, known.value * times, `${times} x ${known.factId}`);
      if (range === undefined || known === range || known.currency !== range.currency) continue;
      const step = `${times} x ${range.factId}`;
      yield following(known, known.value + times * range.value, `${known.factId} + ${step}`);
      yield following(known, known.value - times * range.value, `${known.factId} - ${step}`);
    }
  }
}

function following(known: Known, value: number, derivation: string): Known {
  return { ...known, value, derivation };
}
