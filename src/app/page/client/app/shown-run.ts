import type { HistoryEntry } from "#core/run-history.ts";
import { type ShownState, shownState } from "#core/shown-state.ts";

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
  return record.state === "waiting" || shownState(record, now) === "running";
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
