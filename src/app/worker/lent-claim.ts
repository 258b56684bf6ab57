import type { RunClaim, RunEnd } from "#core/run-store.ts";

/** A claim whose holder decides how a run without a result ends: by its end, or at another's hands. */
export interface LentClaim {
  readonly claim: RunClaim;
  /** The end that the run would have had; null while it has none, or has a result. */
  withheld(): RunEnd | null;
}

/** Lends a claim: a result is recorded, any other end is told to the lender instead. */
export function lend(own: RunClaim): LentClaim {
  let end: RunEnd | null = null;
  return {
    claim: {
      runId: own.runId,
      attempt: own.attempt,
      stepStarted: (step) => own.stepStarted(step),
      stepEnded: (step, outcome) => own.stepEnded(step, outcome),
      renew: () => own.renew(),
      async end(given) {
        if (given.state === "done") await own.end(given);
        else end = given;
      },
    },
    withheld: () => end,
  };
}
