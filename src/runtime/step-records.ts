import type { RunClaim } from "#core/run-store.ts";
import type { NumberedEvent, Sink } from "./journal.ts";

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
export function recordSteps(claim: RunClaim, onFailure: (thrown: unknown) => void): StepRecords {
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
    sink: (event) => {
      const write = writeOf(event, claim);
      if (write !== null) add(write);
    },
    settled: () => written,
  };
}

function writeOf(event: NumberedEvent, claim: RunClaim): (() => Promise<void>) | null {
  if (event.type === "span_started" && event.kind === "analyst") {
    return () => claim.stepStarted(event.name);
  }
  if (event.type !== "reported") return null;
  const outcome = event.report ?? event.gap;
  return outcome === null ? null : () => claim.stepEnded(event.node, outcome);
}
