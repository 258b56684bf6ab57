import { DeskError } from "#core/errors.ts";

/** When the time for something is over. */
export interface Deadline {
  /** Aborted then, with a DeskError `timeout`. */
  readonly signal: AbortSignal;
  /** It has ended before. */
  lift(): void;
}

/**
 * @param ms null is without a deadline
 * @param message says what was over, given the time in seconds
 */
export function startDeadline(ms: number | null, message: (seconds: number) => string): Deadline {
  const deadline = new AbortController();
  if (ms === null) return { signal: deadline.signal, lift() {} };
  const over = new DeskError("timeout", message(ms / 1_000));
  const timer = setTimeout(() => deadline.abort(over), ms);
  return { signal: deadline.signal, lift: () => clearTimeout(timer) };
}
