/** Lengths that a step of an axis may have, in milliseconds. */
const STEPS = [
  10, 20, 50, 100, 200, 500, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600,
].map((step, place) => (place < 6 ? step : step * 1_000));

const MOST_TICKS = 6;

/** Behind this part of an axis there is no room for words, on the narrowest screen. */
const LAST_WORDS = 0.85;

/** A place on an axis of time. */
export interface Tick {
  /** As a part of its length, 0 to 1. */
  readonly at: number;
  /** null where there is no room for them. */
  readonly words: string | null;
}

/** Round times on an axis that is so many milliseconds long. */
export function ticksOf(length: number): Tick[] {
  const step = STEPS.find((one) => length / one <= MOST_TICKS) ?? length;
  const count = Math.floor(length / step);
  return Array.from({ length: count + 1 }, (_, place) => {
    const at = length === 0 ? 0 : (place * step) / length;
    return { at, words: at < LAST_WORDS ? wordsOf(place * step) : null };
  });
}

function wordsOf(ms: number): string {
  if (ms === 0) return "0";
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 60_000) return `${ms / 1_000} s`;
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${(ms / 60_000).toFixed(1)} min`;
}
