import { duration } from "#core/render/duration.ts";

/**
 * A length of time that goes on, no finer than an eye can follow.
 *
 * @example elapsedWords(12_340) // "12.3 s"
 * @example elapsedWords(65_000) // "1 min 05 s"
 */
export function elapsedWords(ms: number): string {
  const seconds = Math.max(0, ms) / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${twoDigits(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

/** A length of time that is over. @example tookWords(420) // "420 ms" */
export function tookWords(ms: number): string {
  return ms < 1_000 ? duration(ms) : elapsedWords(ms);
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}
