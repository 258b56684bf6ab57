import type { RunFields } from "./run-record.ts";
import { isHeld } from "./run-state.ts";
import { type ShownState, shownState } from "./shown-state.ts";

/** Which runs are not needed any more: those to which all that is given applies. */
export interface PruneRule {
  readonly states: readonly ShownState[];
  /** Only runs made longer ago, in ms. */
  readonly olderThanMs: number | null;
  /** Of the runs in these states so many, the newest, stay. */
  readonly keep: number | null;
}

/**
 * The runs that a rule lets go. One that somebody is at work on stays, and one whose reports a run needs
 * that is not done.
 *
 * @param runs the newest first
 * @param now epoch milliseconds
 */
export function prunable<Run extends RunFields>(
  runs: readonly Run[],
  { states, olderThanMs, keep }: PruneRule,
  now: number,
): Run[] {
  const needed = new Set(runs.flatMap(({ state, rerunOf }) => (state === "done" ? [] : rerunOf)));
  return runs
    .filter((run) => !isHeld(run, now) && states.includes(shownState(run, now)))
    .slice(keep ?? 0)
    .filter(({ createdAt }) => olderThanMs === null || now - createdAt > olderThanMs)
    .filter(({ id }) => !needed.has(id));
}
