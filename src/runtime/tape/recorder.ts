import { redactor } from "../redact.ts";
import type { Line } from "./lines.ts";

/** Takes what happened in the place that was kept for it. */
export type Keep = (line: Line) => void;

/** Collects the lines of a recording, in the order in which the exchanges began. */
export interface Recorder {
  /** Keeps the next place. An exchange that never ends leaves it empty. */
  begin(): Keep;
  /** A copy of plain data without secrets. */
  clean<T>(value: T): T;
  /** What is kept so far. */
  lines(): readonly Line[];
}

export function createRecorder(secrets: readonly string[]): Recorder {
  const places: (Line | null)[] = [];
  const clean = redactor(secrets);
  return {
    begin() {
      const index = places.push(null) - 1;
      return (line) => {
        places[index] = clean(line);
      };
    },
    clean,
    lines: () => places.filter((line) => line !== null),
  };
}
