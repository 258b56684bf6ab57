import { isHeld, type RunStanding, runStates } from "./run-state.ts";

/** A run's states as people see them: one that runs, and that nobody works on any more, was cut off. */
export const shownStates = [...runStates, "cut-off"] as const;

export type ShownState = (typeof shownStates)[number];

/** @param now epoch milliseconds */
export function shownState(run: RunStanding, now: number): ShownState {
  return run.state === "running" && !isHeld(run, now) ? "cut-off" : run.state;
}

/** @example stateWords("cut-off") // "cut off" */
export function stateWords(state: ShownState): string {
  return state.replace("-", " ");
}
