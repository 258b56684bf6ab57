import type { RunEvent } from "#core/event.ts";

/** Shows a run's progress while it lasts. */
export interface Progress {
  onEvent(event: RunEvent): void;
  /** Ends the showing and gives the terminal back as it was. */
  stop(): void;
}
