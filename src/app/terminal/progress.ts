import type { RunEvent } from "#core/event.ts";

/** Shows a run's progress while it lasts. */
export interface Progress {
  /** Told first what a run has told before it was cut off. */
  onEarlier(events: readonly RunEvent[]): void;
  onEvent(event: RunEvent): void;
  /** Ends the showing and gives the terminal back as it was. */
  stop(): void;
}
