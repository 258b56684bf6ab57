import type { HistoryEntry } from "#core/run-history.ts";
import type { ShownState } from "#core/shown-state.ts";

/**
 * A run's state as people see it: one that nobody holds any more was cut off. The same as core's
 * `shownState`, which stands beside schemas that a browser need not be sent.
 *
 * @param now when its record was read: whoever works on it holds it for a few seconds at a time
 */
export function shownStateOf({ state, heldUntil }: HistoryEntry, now: number): ShownState {
  const held = heldUntil !== null && heldUntil > now;
  return state === "running" && !held ? "cut-off" : state;
}

/** @example stateWords("cut-off") // "cut off" */
export function stateWords(state: ShownState): string {
  return state.replace("-", " ");
}

/** How a run stands whose events are followed: one that still runs, and has no more to tell, was cut off. */
export function liveStateOf({ state }: HistoryEntry, over: boolean): ShownState {
  return state === "running" && over ? "cut-off" : state;
}

/** Whether it has come to its end, whatever that is. */
export function hasEnded({ state }: HistoryEntry): boolean {
  return state !== "waiting" && state !== "running";
}
