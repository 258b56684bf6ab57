import type { RunClaim } from "#core/run-store.ts";

/** A claim that records nothing, for what only needs to know whose it is. */
export function claimOf(runId: string, attempt = 1): RunClaim {
  return {
    runId,
    attempt,
    stepStarted: async () => {},
    stepEnded: async () => {},
    renew: async () => {},
    end: async () => {},
  };
}
