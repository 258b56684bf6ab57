export const runStates = [
  /** Recorded, and not begun. */
  "waiting",
  "running",
  /** It has a result, which may have gaps. */
  "done",
  /** It has none, and `error` says why. */
  "failed",
  /** The list's time was over before it had ended. */
  "timeout",
  /** The list ended before it had begun. */
  "skipped",
  /** Somebody stopped it. */
  "interrupted",
] as const;

export type RunState = (typeof runStates)[number];

/** How a run stands, and until when somebody has it for itself; null where nobody does. */
export interface RunStanding {
  readonly state: RunState;
  /** Epoch milliseconds. */
  readonly heldUntil: number | null;
}

/** Whether a run that nobody works on has not come to its end. */
export function isUnfinished({ state }: Pick<RunStanding, "state">): boolean {
  return state !== "done" && state !== "failed";
}

/** Whether somebody is at work on it; one that was killed holds it until its time is over. */
export function isHeld({ state, heldUntil }: RunStanding, now: number): boolean {
  return state === "running" && heldUntil !== null && heldUntil > now;
}
