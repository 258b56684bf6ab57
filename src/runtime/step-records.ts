import type { RunForm } from "#core/run-forms/run-form.ts";
import type { RunKind } from "#core/run-kind.ts";
import type { RunClaim } from "#core/run-store.ts";
import type { Sink } from "./journal.ts";

/** Writes a run's steps to its records as its events tell of them. */
export interface StepRecords {
  readonly sink: Sink;
  /** Waits until all that was told is written. */
  settled(): Promise<void>;
}

/**
 * The steps of a run, one write after another in the order of its events.
 *
 * @param onFailure told once, of the first write that failed; none is tried after it
 */
export function recordSteps<K extends RunKind>(
  claim: RunClaim<K>,
  { stepToldBy }: Pick<RunForm<K>, "stepToldBy">,
  onFailure: (thrown: unknown) => void,
): StepRecords {
  let written = Promise.resolve();
  let failed = false;
  const add = (work: () => Promise<void>) => {
    written = written.then(async () => {
      if (failed) return;
      try {
        await work();
      } catch (thrown) {
        failed = true;
        onFailure(thrown);
      }
    });
  };
  return {
    sink(event) {
      const told = stepToldBy(event);
      if (told === null) return;
      const { step, outcome } = told;
      add(() => (outcome === null ? claim.stepStarted(step) : claim.stepEnded(step, outcome)));
    },
    settled: () => written,
  };
}
