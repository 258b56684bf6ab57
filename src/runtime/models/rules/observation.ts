/** One sentence about the facts, and which way it points. */
export interface Observation {
  /** A sentence that stands by itself, with its figures. */
  readonly text: string;
  /** -1 (bearish) to 1 (bullish). */
  readonly signal: number;
  /** How much it counts; 0 for a sentence that says nothing about direction. */
  readonly weight: number;
}

/** An observation that counts. A signal beyond -1 or 1 is cut. */
export function observation(text: string, signal: number, weight = 1): Observation {
  return { text, signal: Math.max(-1, Math.min(1, signal)), weight };
}

/** A sentence that is worth saying and points nowhere. */
export function remark(text: string): Observation {
  return { text, signal: 0, weight: 0 };
}

/** The weighted mean of the signals; null where nothing counts. */
export function meanSignal(observations: readonly Observation[]): number | null {
  const weight = observations.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  return observations.reduce((sum, one) => sum + one.signal * one.weight, 0) / weight;
}

/** A verdict for a range of values, from `least` on. */
interface Band {
  readonly least: number;
  readonly signal: number;
  readonly words: string;
}

/** The band a value falls in. `bands` go from the highest `least` down; the last one has none. */
export function bandOf(
  value: number,
  bands: readonly Band[],
  lowest: Omit<Band, "least">,
): Omit<Band, "least"> {
  return bands.find(({ least }) => value >= least) ?? lowest;
}
