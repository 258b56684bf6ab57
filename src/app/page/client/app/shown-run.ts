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

/** Whether more is to come of it by itself. @param now when its record was read */
export function isAtWork(record: HistoryEntry, now: number): boolean {
  return record.state === "waiting" || shownStateOf(record, now) === "running";
}

/** Whether one that has nothing more to tell may have again: somebody may take it up. */
export function mayBeTakenUp({ state }: HistoryEntry): boolean {
  return state !== "done" && state !== "failed";
}

/** Whether one that has nothing more to tell can be taken up where it stands. */
export function mayGoOn(record: HistoryEntry): boolean {
  // What contests have done is kept nowhere but in their result.
  return record.kind !== "contest" && record.state !== "skipped" && mayBeTakenUp(record);
}
