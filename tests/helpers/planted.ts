import type { Day } from "#core/day.ts";

/** What stands in everything that is planted in the future, as text and as a figure. */
export const PLANTED_TEXT = "FROM-THE-FUTURE";
export const PLANTED = 7_777_777;

const DAYS = /\b\d{4}-\d{2}-\d{2}/g;

/**
 * What of the future stands in a text: the planted words and figures, however they are written, and
 * every day after the one given.
 */
export function futureIn(text: string, asOf: Day): string[] {
  const figures = text.match(/7[,.]?777[,.]?777[\d.,]*/g) ?? [];
  const words = text.includes(PLANTED_TEXT) ? [PLANTED_TEXT] : [];
  const later = (text.match(DAYS) ?? []).filter((day) => day > asOf);
  return [...new Set([...words, ...figures, ...later])];
}
