import { misfit } from "./misfit.ts";

/** Ends a replay that asks what its recording does not hold. */
export interface Refusal {
  /** Aborted at the first such question; its reason says what differs. */
  readonly signal: AbortSignal;
  /** @throws DeskError `usage` that names the difference, always */
  refuse(difference: string): never;
}

/** @param path the recording's */
export function createRefusal(path: string): Refusal {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    refuse(difference) {
      const error = misfit(path, difference);
      controller.abort(error);
      throw error;
    },
  };
}
