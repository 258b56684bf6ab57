/** Time that is up at some moment, and stays up. */
export interface Deadline {
  /** Looks at the clock. */
  hasPassed(): boolean;
  /** Whether it had passed when it was last looked at. */
  readonly isOver: boolean;
}

/** A deadline so many milliseconds from now. */
export function deadlineIn(ms: number): Deadline {
  const end = performance.now() + ms;
  let isOver = false;
  return {
    hasPassed() {
      isOver ||= performance.now() > end;
      return isOver;
    },
    get isOver() {
      return isOver;
    },
  };
}
