import type { RunEvent } from "#core/event.ts";

/** An event with its place in its run: 1, 2, 3 ... */
export type NumberedEvent = RunEvent & { readonly seq: number };

/** Takes a run's events as they happen: a log, a file, a screen. */
export type Sink = (event: NumberedEvent) => void;

/** One run's stream of events. */
export interface Journal {
  record(event: RunEvent): void;
}

/**
 * A journal that numbers what it is told and passes it on to every sink.
 *
 * @param earlier how many events the run has told before it was cut off
 */
export function createJournal(sinks: readonly Sink[], earlier = 0): Journal {
  let seq = earlier;
  return {
    record(event) {
      seq += 1;
      for (const sink of sinks) sink({ ...event, seq });
    },
  };
}
