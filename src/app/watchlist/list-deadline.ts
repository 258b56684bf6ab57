import { DeskError } from "#core/errors.ts";

/** When a list's time is over. */
export interface ListDeadline {
  /** Aborted with a DeskError `timeout`. */
  readonly signal: AbortSignal;
  /** The list has ended before. */
  lift(): void;
}

/** @param ms null is without a deadline */
export function startListDeadline(ms: number | null): ListDeadline {
  const deadline = new AbortController();
  if (ms === null) return { signal: deadline.signal, lift() {} };
  const over = new DeskError(
    "timeout",
    `the list's time of ${ms / 1_000} s (--timeout) was over before it had ended`,
  );
  const timer = setTimeout(() => deadline.abort(over), ms);
  return { signal: deadline.signal, lift: () => clearTimeout(timer) };
}
