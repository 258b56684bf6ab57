import type { RunRecord } from "#core/run-record.ts";

/** Why a list has ended before its runs; null where nothing has cut them off. */
export type CutOff = "Interrupted" | "Time is over" | null;

/** How many of a list's runs have a result. */
export interface Kept {
  readonly done: number;
  readonly total: number;
}

/** What is said before a list is gone on with. */
export function resumedWords(list: string, runs: readonly RunRecord[], done: number): string {
  const asOf = runs[0]?.configuration.asOf;
  return `Going on with list ${list} as of ${asOf}: ${done} of ${runs.length} are done.`;
}

/** What is said of a list that is not done, and how it goes on. */
export function keptWords(why: CutOff, { done, total }: Kept): string {
  const kept = `${done} of ${total} are finished and kept. Go on with the same command and --resume.`;
  return why === null ? kept : `${why}: ${kept}`;
}

/** What is said where, beyond that, the database does not tell what came of the list. */
export function unreadWords(why: CutOff, kept: Kept): string {
  return `${keptWords(why, kept)} The record of runs does not answer now: that prints the rows of those finished too.`;
}

/** What is said of runs that have failed, each for a reason of its own. */
export function failedWords(failed: number, total: number): string {
  return `${failed} of ${total} failed. The same command with --resume tries that again.`;
}
