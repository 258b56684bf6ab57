import type { Refusal } from "#core/run-queue.ts";

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** When a worker that refuses runs takes no more of them for a while. */
export interface BackOff {
  /** It has done with a run: it is of use. */
  useful(): void;
  /** @returns for how long it takes nothing now, in milliseconds */
  refused(runId: string, refusal: Refusal): number;
}

/**
 * Runs that are refused wait behind the others, so that a worker finds those that it can do. Once it meets
 * one again it has seen them all, and rests: 1 s, then twice as long each time, 30 s at most. What was
 * begun has cost something: it rests at once.
 */
export function createBackOff(): BackOff {
  const seen = new Set<string>();
  let rest = FIRST_MS;
  return {
    useful() {
      rest = FIRST_MS;
    },
    refused(runId, { begun }) {
      if (!begun && !seen.has(runId)) {
        seen.add(runId);
        return 0;
      }
      seen.clear();
      const now = rest;
      rest = Math.min(2 * rest, LONGEST_MS);
      return now;
    },
  };
}
